import type { Cluster } from './cluster.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { until } from './until.ts';

/** Kills the gateway in the cluster without a warning, and opens a way to the one that takes its place. */
export async function restartGateway(cluster: Cluster): Promise<Gateway> {
  const pods = ['-n', 'auto-ops', '-l', 'app.kubernetes.io/name=auto-ops-gateway'];
  await cluster.kubectl(['delete', 'pod', ...pods, '--grace-period=0', '--force', '--wait=false']);
  return until('gateway', 120, async () => {
    const opened = await openGateway(cluster);
    await opened.incidents();
    return opened;
  });
}
