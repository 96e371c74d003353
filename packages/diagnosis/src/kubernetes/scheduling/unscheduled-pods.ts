import { textField } from '../../fields/text-field.ts';
import type { EventItem, View } from '../../view.ts';
import { conditionOf } from '../fields/condition-of.ts';
import { type LivePod, livePods } from '../pods/live-pods.ts';
import { type SchedulingReason, schedulingReasons } from './scheduling-reasons.ts';

/** A pod that no node takes at present. */
export interface UnscheduledPod {
  readonly pod: LivePod;
  readonly message: string;
  readonly reasons: readonly SchedulingReason[];
  readonly evidence: readonly string[];
  readonly since: readonly (string | undefined)[];
}

const cache = new WeakMap<View, readonly UnscheduledPod[]>();

/** The pods without a node, with the scheduler's newest words about each. */
export function unscheduledPods(view: View): readonly UnscheduledPod[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const found = livePods(view).flatMap((pod) => {
    const unscheduled = read(view, pod);
    return unscheduled === undefined ? [] : [unscheduled];
  });
  cache.set(view, found);
  return found;
}

function read(view: View, pod: LivePod): UnscheduledPod | undefined {
  const { object } = pod.item;
  if (textField(object, 'spec', 'nodeName') !== undefined || (pod.phase !== 'Pending' && pod.phase !== ''))
    return undefined;
  const condition = conditionOf(object, 'PodScheduled');
  if (condition !== undefined && (condition.status !== 'False' || condition.reason === 'SchedulingGated'))
    return undefined;
  const events = view.events(pod.item).filter(({ reason }) => reason === 'FailedScheduling');
  const newest: EventItem | undefined = events.at(-1);
  const message = condition?.message || newest?.message;
  if (message === undefined) return undefined;
  return {
    pod,
    message,
    reasons: schedulingReasons(message),
    evidence: [pod.item.id, ...(newest === undefined ? [] : [newest.id])],
    since: [condition?.since, events[0]?.first],
  };
}
