import { conditionOf } from '../../fields/condition-of.ts';
import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import { epochOf } from '../../order/epoch-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import { podState } from './pod-state.ts';
import type { State } from './state.ts';

const defaultDeadlineSeconds = 600;

/** How a Deployment, StatefulSet, DaemonSet or ReplicaSet stands now, its pods included. */
export function workloadState(view: View, item: ObjectItem): State {
  const { id, object } = item;
  const name = `${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  const say = (state: State['state'], reason: string, evidence: readonly string[] = []): State => ({
    state,
    reason: `${name} ${reason}`,
    evidence: [id, ...evidence],
  });
  if (textField(object, 'metadata', 'deletionTimestamp') !== undefined) return say('intended', 'is being deleted');
  const isDaemon = object.kind === 'DaemonSet';
  const desired = isDaemon
    ? numberField(object, 'status', 'desiredNumberScheduled')
    : (numberField(object, 'spec', 'replicas') ?? 1);
  if (desired === undefined) return say('unclear', 'does not say how many pods it wants');
  if (desired === 0) return say('intended', isDaemon ? 'wants no pod on any node' : 'is scaled to zero by its spec');
  const status = (field: string) => numberField(object, 'status', field) ?? 0;
  const ready = isDaemon ? status('numberReady') : status('readyReplicas');
  const updated = isDaemon ? status('updatedNumberScheduled') : status('updatedReplicas');
  const observed = numberField(object, 'status', 'observedGeneration');
  const generation = numberField(object, 'metadata', 'generation');
  const isObserved = observed === undefined || generation === undefined || observed >= generation;
  const pods = view.pods(item).map((pod) => podState(view, pod));
  const ill = pods.find((pod) => pod.state === 'unhealthy');

  const isUpdated =
    object.kind === 'ReplicaSet' || updated >= desired || (object.kind === 'StatefulSet' && updated === 0);
  if (ready >= desired && isUpdated && isObserved) {
    // A pod that was evicted or lost stays as a record when its replacement is ready.
    const readyPods = pods.filter((pod) => pod.state !== 'unhealthy');
    if (pods.length > 0 && readyPods.length < desired)
      return say('unclear', `reports ${ready} ready, but ${ill?.reason ?? 'its pods differ'}`);
    const unclear = readyPods.find((pod) => pod.state === 'unclear');
    if (unclear !== undefined)
      return say('unclear', `has ${ready} of ${desired} ready, but ${unclear.reason}`, unclear.evidence);
    const back = readyPods.find((pod) => pod.state === 'recovered');
    if (back !== undefined) return say('recovered', `has ${ready} of ${desired} ready: ${back.reason}`, back.evidence);
    return say('healthy', `has ${ready} of ${desired} ready`);
  }
  if (ill !== undefined) return say('unhealthy', `has ${ready} of ${desired} ready: ${ill.reason}`, ill.evidence);
  if (isRollingOut(view, item, isObserved))
    return say('intended', `is rolling out within its deadline, ${ready} of ${desired} ready`);
  return say('unhealthy', `has ${ready} of ${desired} ready`);
}

function isRollingOut(view: View, { object }: ObjectItem, isObserved: boolean): boolean {
  if (!isObserved) return true;
  const progressing = conditionOf(object, 'Progressing');
  if (progressing === undefined || progressing.status !== 'True' || progressing.reason === 'NewReplicaSetAvailable')
    return false;
  const deadline = numberField(object, 'spec', 'progressDeadlineSeconds') ?? defaultDeadlineSeconds;
  const begun = epochOf(progressing.at);
  return begun !== undefined && (epochOf(view.now) ?? 0) - begun <= deadline * 1000;
}
