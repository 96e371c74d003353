import { conditionOf } from '../fields/condition-of.ts';
import { field } from '../fields/field.ts';
import { labelsField } from '../fields/labels-field.ts';
import { numberField } from '../fields/number-field.ts';
import { textField } from '../fields/text-field.ts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import { itemKey } from '../subjects/item-key.ts';
import type { ObjectItem, View } from '../view.ts';
import type { CandidateChange } from './candidate-change.ts';
import { type TemplateDifference, templateDifferences } from './template-differences.ts';

const mostShown = 3;

interface Revision {
  readonly item: ObjectItem;
  readonly number: number;
  readonly template: unknown;
}

/** The newest revision of every workload against the one before, from ReplicaSets and ControllerRevisions. */
export function revisionChanges(view: View): readonly CandidateChange[] {
  return ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'].flatMap((kind) =>
    view.objects(kind).flatMap((workload) => {
      const [newest, before] = revisionsOf(view, workload);
      if (newest === undefined || before === undefined) return [];
      const at = rolledOutAt(workload, newest);
      if (at === undefined) return [];
      const differences = templateDifferences(before.template, newest.template);
      const { namespace = '', name } = workload.object.metadata;
      const summary = differences.map(({ what, before: old, after }) => `${what} ${old} → ${after}`);
      return [
        {
          id: newest.item.id,
          title: `${workload.object.kind} ${namespace}/${name} revision ${newest.number}${differences.length === 0 ? '' : `: ${headline(differences)}`}`,
          at,
          keys: [itemKey(workload)],
          texts: [{ text: summary.join('\n'), weight: 1 }],
          shippedBy: [],
          hazards: [],
          identifiers: new Set(),
          substance: 1,
          kind: 'revision' as const,
        },
      ];
    }),
  );
}

/** The image with its values, everything else by what it is: values of commands and probes are long. */
function headline(differences: readonly TemplateDifference[]): string {
  const shown = differences
    .slice(0, mostShown)
    .map(({ what, before, after }) => (what.endsWith(': image') ? `${what} ${before} → ${after}` : what));
  const more = differences.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Newest first by revision number. */
function revisionsOf(view: View, workload: ObjectItem): readonly Revision[] {
  return view
    .owned(workload)
    .flatMap((item): Revision[] => {
      if (item.object.kind === 'ReplicaSet') {
        const number = Number(
          labelsField(item.object, 'metadata', 'annotations')['deployment.kubernetes.io/revision'] ?? Number.NaN,
        );
        return [{ item, number: Number.isNaN(number) ? 0 : number, template: field(item.object, 'spec', 'template') }];
      }
      if (item.object.kind === 'ControllerRevision') {
        return [
          {
            item,
            number: numberField(item.object, 'revision') ?? 0,
            template: field(item.object, 'data', 'spec', 'template'),
          },
        ];
      }
      return [];
    })
    .filter(({ template }) => template !== undefined)
    .sort(
      (left, right) =>
        right.number - left.number ||
        createdAt(right.item) - createdAt(left.item) ||
        compareText(left.item.id, right.item.id),
    );
}

/** A roll-back takes an old ReplicaSet again: then only the Deployment tells when. */
function rolledOutAt(workload: ObjectItem, { item }: Revision): number | undefined {
  const created = createdAt(item);
  const siblings = labelsField(item.object, 'metadata', 'annotations')['deployment.kubernetes.io/revision-history'];
  if (siblings === undefined) return created === 0 ? undefined : created;
  return epochOf(conditionOf(workload.object, 'Progressing')?.at) ?? (created === 0 ? undefined : created);
}

function createdAt({ object }: ObjectItem): number {
  return epochOf(textField(object, 'metadata', 'creationTimestamp')) ?? 0;
}
