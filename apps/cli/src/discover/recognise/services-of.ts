import type { ClusterView } from '../cluster-view.ts';
import { type FoundService, servicesIn } from './services-in.ts';
import type { Workload } from './workload.ts';

/** The Services that lead to the pods of a workload. */
export function servicesOf(cluster: ClusterView, workload: Workload): FoundService[] {
  return servicesIn(cluster).filter(
    ({ namespace, selector }) =>
      namespace === workload.namespace &&
      Object.keys(selector).length > 0 &&
      Object.entries(selector).every(([label, value]) => workload.podLabels[label] === value),
  );
}
