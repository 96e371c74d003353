import type { Subject } from '@auto-ops/contracts';
import type { ObjectItem, View } from '../view.ts';
import { conditionOf } from './conditions.ts';
import { type Container, containersOf } from './container-state.ts';
import { listAt, textAt } from './fields.ts';
import { isAfter } from './times.ts';
import { topWorkload, workloadSubject } from './workload.ts';

/** A pod whose state counts at present, with the workload to change. */
export interface LivePod {
  readonly item: ObjectItem;
  readonly workload: ObjectItem;
  readonly subject: Subject;
  readonly containers: readonly Container[];
  readonly namespace?: string | undefined;
  readonly phase: string;
}

const cache = new WeakMap<View, readonly LivePod[]>();

/**
 * The pods that say something about the present: none that is being deleted, and none that ended, except pods without a
 * controller and pods of a Job that has not been made good by a later success.
 */
export function livePods(view: View): readonly LivePod[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const pods = view
    .objects('Pod')
    .filter((item) => textAt(item.object, 'metadata', 'deletionTimestamp') === undefined && counts(view, item))
    .map((item) => ({
      item,
      workload: topWorkload(view, item),
      subject: workloadSubject(view, item),
      containers: containersOf(item.object),
      namespace: item.object.metadata.namespace,
      phase: textAt(item.object, 'status', 'phase') ?? '',
    }));
  cache.set(view, pods);
  return pods;
}

const items = new WeakMap<View, ReadonlyMap<ObjectItem, LivePod>>();

/** The live pods among these objects. */
export function liveAmong(view: View, pods: readonly ObjectItem[]): readonly LivePod[] {
  let byItem = items.get(view);
  if (byItem === undefined) {
    byItem = new Map(livePods(view).map((pod) => [pod.item, pod]));
    items.set(view, byItem);
  }
  return pods.flatMap((item) => byItem.get(item) ?? []);
}

function counts(view: View, item: ObjectItem): boolean {
  const phase = textAt(item.object, 'status', 'phase');
  if (phase === 'Succeeded') return false;
  const owner = listAt(item.object, 'metadata', 'ownerReferences').find((reference) => reference.kind !== 'Node');
  const name = textAt(owner, 'name');
  if (owner === undefined || name === undefined) return true;
  if (owner.kind !== 'Job') return phase !== 'Failed';
  const job = view.object('Job', item.object.metadata.namespace, name);
  return job === undefined || !isMadeGood(view, job);
}

/** Whether a Job succeeded, or its CronJob ran successfully after it. */
export function isMadeGood(view: View, job: ObjectItem): boolean {
  if (conditionOf(job.object, 'Complete')?.status === 'True') return true;
  const schedule = view.workload(job);
  if (schedule.object.kind !== 'CronJob') return false;
  const created = textAt(job.object, 'metadata', 'creationTimestamp');
  if (isAfter(textAt(schedule.object, 'status', 'lastSuccessfulTime'), created)) return true;
  return view
    .owned(schedule)
    .some(
      (other) =>
        conditionOf(other.object, 'Complete')?.status === 'True' &&
        isAfter(textAt(other.object, 'metadata', 'creationTimestamp'), created),
    );
}
