import type { ClusterView } from '../cluster-view.ts';
import { type Workload, workloadOf } from './workload.ts';
import { workloadKinds } from './workload-kinds.ts';

const read = new WeakMap<ClusterView, readonly Workload[]>();

/** Every workload of a cluster; each object is read once, however many finders ask. */
export function workloadsIn(cluster: ClusterView): readonly Workload[] {
  const known = read.get(cluster);
  if (known !== undefined) return known;
  const workloads = workloadKinds
    .flatMap((kind) => cluster.list(kind))
    .map(workloadOf)
    .filter((workload) => workload !== undefined);
  read.set(cluster, workloads);
  return workloads;
}
