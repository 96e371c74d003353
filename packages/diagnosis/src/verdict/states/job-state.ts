import { conditionOf } from '../../fields/condition-of.ts';
import { field } from '../../fields/field.ts';
import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import { epochOf } from '../../order/epoch-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import { podState } from './pod-state.ts';
import type { State } from './state.ts';

/** How a Job or a CronJob (by its newest Job) stands now. */
export function jobState(view: View, item: ObjectItem): State {
  const { id, object } = item;
  const name = `${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  const say = (state: State['state'], reason: string, evidence: readonly string[] = []): State => ({
    state,
    reason: `${name} ${reason}`,
    evidence: [id, ...evidence],
  });
  if (field(object, 'spec', 'suspend') === true) return say('intended', 'is suspended by its spec');
  if (object.kind === 'CronJob') {
    const newest = newestFirst(view.owned(item).filter((owned) => owned.object.kind === 'Job'))[0];
    if (newest === undefined) return say('unclear', 'has no Job in the evidence');
    const state = jobState(view, newest);
    return say(state.state, `is as its newest run: ${state.reason}`, state.evidence);
  }
  if (conditionOf(object, 'Complete')?.status === 'True') return say('healthy', 'completed');
  const failed = conditionOf(object, 'Failed') ?? conditionOf(object, 'FailureTarget');
  if (failed?.status === 'True') {
    const later = laterSuccess(view, item);
    if (later !== undefined)
      return say('recovered', `failed, but the later run ${later.object.metadata.name} completed`, [later.id]);
    return say('unhealthy', `failed (${failed.reason})`);
  }
  const ill = view
    .pods(item)
    .map((pod) => podState(view, pod))
    .find((pod) => pod.state === 'unhealthy');
  if (ill !== undefined) return say('unhealthy', `has a pod that fails: ${ill.reason}`, ill.evidence);
  if ((numberField(object, 'status', 'active') ?? 0) > 0) return say('healthy', 'is running');
  return say('unclear', 'has neither completed nor failed');
}

function laterSuccess(view: View, item: ObjectItem): ObjectItem | undefined {
  const parent = view.workload(item);
  if (parent === item) return undefined;
  const started = createdAt(item);
  return newestFirst(view.owned(parent)).find(
    (owned) => createdAt(owned) > started && conditionOf(owned.object, 'Complete')?.status === 'True',
  );
}

function newestFirst(items: readonly ObjectItem[]): readonly ObjectItem[] {
  return items.toSorted((left, right) => createdAt(right) - createdAt(left));
}

function createdAt({ object }: ObjectItem): number {
  return epochOf(textField(object, 'metadata', 'creationTimestamp')) ?? 0;
}
