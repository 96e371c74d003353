import type { ObjectItem } from '@auto-ops/diagnosis';
import { findPodTemplate, readPath } from '@auto-ops/policy';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';
import { nearestText } from './nearest-text.ts';

/** The one label value of the nodes that is nearly what the selector asks; a label that no node has is given up. */
export function correctNodeSelector(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  const nodes = situation.view.objects('Node');
  if (workload === undefined || nodes.length === 0 || !situation.view.covers('Node')) return [];
  const selector = findPodTemplate(workload.object).template.spec.nodeSelector ?? {};
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  const unmet = Object.entries(selector).filter(([key, value]) => !nodes.some((node) => labelOf(node, key) === value));
  const actions = unmet.map(([key, value]) => {
    const known = [...new Set(nodes.map((node) => labelOf(node, key)).filter((label) => label !== undefined))];
    const nearest = known.length === 1 ? known[0] : nearestText(value, known);
    return { key, value, nearest, isKnown: known.length > 0 };
  });
  // A label that nodes have with several other values is a choice for a person.
  if (actions.length === 0 || actions.some(({ nearest, isKnown }) => isKnown && nearest === undefined)) return [];
  return [
    {
      summary: `Let ${target} run on the nodes there are: ${actions.map(({ key, nearest }) => (nearest === undefined ? `without ${key}` : `${key}=${nearest}`)).join(', ')}.`,
      actions: actions.map(({ key, value, nearest }) =>
        draftAction(situation, workload, {
          type: 'set-node-selector',
          arguments: { key, value: nearest ?? null },
          expected: `The pods of ${target} are placed; no node has ${key}=${value}.`,
          evidence: nodes.slice(0, 3).map((node) => node.id),
        }),
      ),
    },
  ];
}

function labelOf(node: ObjectItem, key: string): string | undefined {
  const value = readPath(node.object, 'metadata', 'labels', key);
  return typeof value === 'string' ? value : undefined;
}
