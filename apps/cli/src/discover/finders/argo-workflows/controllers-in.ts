import type { ClusterView } from '../../cluster-view.ts';
import { findWorkloads, type MarkedWorkload } from '../../recognise/find-workloads.ts';

/** The workflow controllers of a cluster: by their program, else by their image. */
export function controllersIn(cluster: ClusterView): MarkedWorkload[] {
  const byProgram = findWorkloads(cluster, { words: /(^|[/\s])workflow-controller(\s|$)/ });
  return byProgram.length > 0 ? byProgram : findWorkloads(cluster, { image: /(^|\/)workflow-controller$/ });
}
