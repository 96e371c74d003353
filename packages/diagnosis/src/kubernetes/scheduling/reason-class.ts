import type { SchedulingReason } from './scheduling-reasons.ts';

/** What keeps a pod from being placed, the one thing that would have to change. */
export type SchedulingClass = 'resources' | 'selector' | 'taint' | 'affinity' | 'node' | 'volume' | 'unknown';

const patterns: readonly (readonly [Exclude<SchedulingClass, 'unknown'>, RegExp])[] = [
  ['volume', /persistentvolumeclaim|PersistentVolumeClaims|volume node affinity|persistent volumes to bind|volume/i],
  ['resources', /^Insufficient |^Too many pods|free ports/],
  ['affinity', /pod affinity rules|anti-affinity rules|pod affinity\/anti-affinity|topology spread/],
  ['node', /were unschedulable|taint \{node\.kubernetes\.io\/|^were not ready|unreachable/],
  ['taint', /taint/],
  ['selector', /node affinity\/selector|node selector|match Pod's node affinity|node affinity/],
];

/** The class of one reason of the scheduler. */
export function reasonClass({ text }: SchedulingReason): SchedulingClass {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}
