import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { until } from './until.ts';

/** Applies the overlay of this folder and waits until everything that it starts is ready; the images must be there already. */
export async function install(cluster: Cluster, repository: string): Promise<string | undefined> {
  const overlay = join(repository, 'test', 'cluster', 'argo', 'overlay');
  await cluster.kubectl(['apply', '--server-side', '--force-conflicts', '-k', overlay]);
  for (const [namespace, selector] of [
    ['auto-ops', 'app.kubernetes.io/name=auto-ops-gateway'],
    ['argo-events', 'eventsource-name=auto-ops'],
    ['argo-events', 'sensor-name=auto-ops-create'],
    ['argo-events', 'sensor-name=auto-ops-resume'],
    ['argo-events', 'sensor-name=auto-ops-submit'],
    ['argo-events', 'eventsource-name=auto-ops-github'],
    ['argo-events', 'sensor-name=auto-ops-intake'],
  ] as const) {
    await until(`ready ${selector}`, 120, async () => {
      const [deployment] = await cluster.kubernetes.list('Deployment', namespace, selector);
      const status = (deployment?.status ?? {}) as { availableReplicas?: number; updatedReplicas?: number };
      return (status.availableReplicas ?? 0) > 0 && status.updatedReplicas === status.availableReplicas
        ? true
        : undefined;
    });
  }
  return undefined;
}
