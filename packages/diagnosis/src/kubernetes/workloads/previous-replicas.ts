import type { ObjectItem, View } from '../../view.ts';

/** How many pods a workload had before it was scaled to zero, by its events; undefined where none tells. */
export function previousReplicas(view: View, workload: ObjectItem): number | undefined {
  const message = view
    .events(workload)
    .filter(({ reason }) => reason === 'ScalingReplicaSet')
    .map((event) => /from (\d+) to 0\b/.exec(event.message)?.[1])
    .findLast((number) => number !== undefined);
  return message === undefined || message === '0' ? undefined : Number(message);
}
