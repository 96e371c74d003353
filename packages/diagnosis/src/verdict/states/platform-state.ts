import { conditionOf } from '../../fields/condition-of.ts';
import { field } from '../../fields/field.ts';
import { textField } from '../../fields/text-field.ts';
import type { ObjectItem } from '../../view.ts';
import type { State } from './state.ts';

/** How a Node, a PersistentVolumeClaim or a HorizontalPodAutoscaler stands now. */
export function platformState({ id, object }: ObjectItem): State {
  const say = (state: State['state'], reason: string): State => ({
    state,
    reason: `${object.kind} ${object.metadata.namespace === undefined ? '' : `${object.metadata.namespace}/`}${object.metadata.name} ${reason}`,
    evidence: [id],
  });
  if (object.kind === 'PersistentVolumeClaim') {
    const phase = textField(object, 'status', 'phase');
    return phase === 'Bound'
      ? say('healthy', 'is bound')
      : say(phase === undefined ? 'unclear' : 'unhealthy', `is ${phase ?? 'without a status'}`);
  }
  if (object.kind === 'HorizontalPodAutoscaler') {
    const failing = ['AbleToScale', 'ScalingActive']
      .map((type) => conditionOf(object, type))
      .find((condition) => condition?.status === 'False');
    if (failing !== undefined) {
      return failing.reason === 'ScalingDisabled'
        ? say('intended', 'is disabled: its target is scaled to zero')
        : say('unhealthy', `cannot scale: ${failing.reason}`);
    }
    const limited = conditionOf(object, 'ScalingLimited');
    if (limited?.status === 'True' && limited.reason === 'TooManyReplicas') return say('unclear', 'is at its maximum');
    return conditionOf(object, 'ScalingActive') === undefined
      ? say('unclear', 'has no conditions')
      : say('healthy', 'scales');
  }
  const ready = conditionOf(object, 'Ready');
  if (ready === undefined) return say('unclear', 'has no Ready condition');
  if (ready.status !== 'True') return say('unhealthy', `is not ready (${ready.reason})`);
  const pressure = ['MemoryPressure', 'DiskPressure', 'PIDPressure'].find(
    (type) => conditionOf(object, type)?.status === 'True',
  );
  if (pressure !== undefined) return say('unhealthy', `reports ${pressure}`);
  if (field(object, 'spec', 'unschedulable') === true) return say('intended', 'is cordoned and nothing waits for it');
  return say('healthy', 'is ready');
}
