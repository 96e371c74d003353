import type { Subject } from '@auto-ops/contracts';
import { keyOf } from '@auto-ops/diagnosis';
import { isMap, parseAllDocuments } from 'yaml';
import { editedTexts } from '../review/edited-texts.ts';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';
import type { ReviewInput } from '../review/review-input.ts';

/** How far the target may be from the cause's subject in the graph: pod → revision → workload → what it refers to. */
const reach = 4;

/** What limits every workload of its namespace, so that the graph has no edge for it. */
const guards = new Set(['ResourceQuota', 'LimitRange']);

/** The plan is about the first cause of the analysis, and every action changes its subject or something close to it. */
export const addressesCause: ReviewCheck = {
  name: 'addresses-cause',
  run(input) {
    const { plan, analysis } = input;
    const cause = analysis.causes[0];
    if (cause === undefined || plan.cause === undefined)
      return [{ result: 'failed', detail: 'There is no cause to address.' }];
    if (plan.cause.code !== cause.code || keyOf(plan.cause.subject) !== keyOf(cause.subject))
      return [
        {
          result: 'failed',
          detail: `The plan is about ${plan.cause.code}, the first cause is ${cause.code} of ${cause.subject.kind} ${cause.subject.name}.`,
        },
      ];
    return plan.actions.map((action): Opinion => {
      const targets = action.type === 'edit-source' ? editedObjects(input, action.id) : [action.target];
      const isClose = targets.some((target) => isNear(input, target, cause.subject));
      const names = targets.map((target) => `${target.kind} ${target.name}`).join(', ') || 'no object';
      return isClose
        ? {
            action: action.id,
            result: 'passed',
            detail: `${names} is, or is close to, ${cause.subject.kind} ${cause.subject.name}.`,
          }
        : {
            action: action.id,
            result: 'failed',
            detail: `${names} has nothing to do with ${cause.subject.kind} ${cause.subject.name}.`,
          };
    });
  },
};

type Named = Pick<Subject, 'kind' | 'namespace' | 'name'> & { readonly apiVersion?: string | undefined };

function isNear({ view }: ReviewInput, target: Named, subject: Subject): boolean {
  if (target.kind === subject.kind && target.name === subject.name)
    return target.namespace === subject.namespace || target.namespace === undefined;
  if (guards.has(subject.kind) && target.namespace === subject.namespace) return true;
  const from = keyOf({ ...target, namespace: target.namespace ?? subject.namespace } as Subject);
  return view.graph.distance(from, keyOf(subject), reach) <= reach;
}

/** The objects whose declaration an action's edits change. */
function editedObjects(input: ReviewInput, action: string): readonly Named[] {
  return editedTexts(input)
    .filter((text) => text.action === action)
    .flatMap(({ before, after }) => {
      const earlier = new Map(objectsOf(before ?? '').map((entry) => [JSON.stringify(entry.name), entry.text]));
      return objectsOf(after ?? '').flatMap(({ name, text }) =>
        earlier.get(JSON.stringify(name)) === text ? [] : [name],
      );
    });
}

function objectsOf(text: string): readonly { readonly name: Named; readonly text: string }[] {
  if (text.includes('{{')) return [];
  const documents = parseAllDocuments(text);
  return [...documents].flatMap((document) => {
    if (!isMap(document.contents)) return [];
    const [kind, name, namespace] = [
      document.get('kind'),
      document.getIn(['metadata', 'name']),
      document.getIn(['metadata', 'namespace']),
    ];
    if (typeof kind !== 'string' || typeof name !== 'string') return [];
    const named: Named = typeof namespace === 'string' ? { kind, name, namespace } : { kind, name };
    return [{ name: named, text: JSON.stringify(document.toJSON()) }];
  });
}
