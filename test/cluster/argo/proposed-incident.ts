import type { IncidentView } from '../harness/service.ts';
import type { Cluster } from './cluster.ts';
import type { Gateway } from './gateway.ts';
import { until } from './until.ts';
import { readWorkflow, type Workflow } from './workflow.ts';

/** Waits until the run of an incident is suspended with a proposal; throws when it ends before that. */
export async function proposedIncident(
  cluster: Cluster,
  gateway: Gateway,
  id: string,
): Promise<{ workflow: Workflow; view: IncidentView; planHash: string }> {
  const found = await until('proposal', 300, async () => {
    const workflow = await readWorkflow(cluster, `incident-${id}`);
    const view = await gateway.incident(id);
    const nodes = Object.values(workflow?.status?.nodes ?? {});
    const isWaiting = nodes.some((node) => node.displayName === 'approve' && node.phase === 'Running');
    if (workflow && isWaiting && view.proposal) return { workflow, view, planHash: view.proposal.planHash };
    return view.state === 'ended' ? { ended: view.ending } : undefined;
  });
  if ('ended' in found) throw new Error(`it ended as ${found.ended}`);
  return found;
}
