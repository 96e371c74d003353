import type { Subject } from '@auto-ops/contracts';
import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { listAt } from '../fields/list-at.ts';
import { isMadeGood } from '../workloads/is-made-good.ts';
import { topWorkload } from '../workloads/top-workload.ts';
import { workloadSubject } from '../workloads/workload-subject.ts';
import { type Container, containersOf } from './containers-of.ts';

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
    .filter((item) => textField(item.object, 'metadata', 'deletionTimestamp') === undefined && counts(view, item))
    .map((item) => ({
      item,
      workload: topWorkload(view, item),
      subject: workloadSubject(view, item),
      containers: containersOf(item.object),
      namespace: item.object.metadata.namespace,
      phase: textField(item.object, 'status', 'phase') ?? '',
    }));
  cache.set(view, pods);
  return pods;
}

function counts(view: View, item: ObjectItem): boolean {
  const phase = textField(item.object, 'status', 'phase');
  if (phase === 'Succeeded') return false;
  const owner = listAt(item.object, 'metadata', 'ownerReferences').find((reference) => reference.kind !== 'Node');
  const name = textField(owner, 'name');
  if (owner === undefined || name === undefined) return true;
  if (owner.kind !== 'Job') return phase !== 'Failed';
  const job = view.object('Job', item.object.metadata.namespace, name);
  return job === undefined || !isMadeGood(view, job);
}
