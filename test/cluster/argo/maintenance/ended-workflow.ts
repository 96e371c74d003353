import type { Cluster } from '../cluster.ts';
import { until } from '../until.ts';
import { readWorkflow, type Workflow } from '../workflow.ts';

/** The Workflow once it is over; throws unless it succeeded. */
export async function endedWorkflow(cluster: Cluster, name: string, seconds = 120): Promise<Workflow> {
  const workflow = await until(`end of ${name}`, seconds, async () => {
    const found = await readWorkflow(cluster, name);
    return found?.status?.finishedAt ? found : undefined;
  });
  const { phase, nodes } = workflow.status ?? {};
  if (phase !== 'Succeeded') {
    const why = Object.values(nodes ?? {}).map(({ displayName, message }) => `${displayName}: ${message ?? ''}`);
    throw new Error(`${name} ${phase}; ${why.join('; ')}`);
  }
  return workflow;
}
