import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import type { Gateway } from '../gateway.ts';
import { notification } from '../notification.ts';
import { until } from '../until.ts';
import { readWorkflow } from '../workflow.ts';
import { deadLetters } from './dead-letters.ts';

const binding = '/apis/rbac.authorization.k8s.io/v1/namespaces/auto-ops/rolebindings/sensor';

/** While the Sensor may create nothing, as while the API server refuses it, an alert starts its run all the same, and once. */
export async function checkLostEvent(checks: Checks, cluster: Cluster, gateway: Gateway): Promise<void> {
  const { kubernetes } = cluster;
  await checks.check('what a Sensor cannot create the gateway creates, once', async () => {
    const { metadata, ...rest } = JSON.parse(await kubernetes.send('GET', binding)) as {
      metadata: { name: string; namespace: string; labels: Record<string, string> };
    };
    const { name, namespace, labels } = metadata;
    const known = new Set((await gateway.incidents()).map(({ id }) => id));
    const outcomes = ['repaired', 'duplicate'] as const;
    const letters = async () =>
      (await Promise.all(outcomes.map((outcome) => deadLetters(gateway, 'incident', outcome)))).reduce((a, b) => a + b);
    const before = await letters();
    await kubernetes.send('DELETE', binding);
    try {
      const began = performance.now();
      const labelsOfAlert = { alertname: 'LostEvent', namespace: `lost-${Date.now().toString(36)}`, severity: 'info' };
      await gateway.alert(notification(alertOf(labelsOfAlert)));
      const id = await until(
        'incident',
        30,
        async () => (await gateway.incidents()).find((one) => !known.has(one.id))?.id,
      );
      const workflow = await until('Workflow', 150, () => readWorkflow(cluster, `incident-${id}`));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (workflow.metadata.labels?.['events.argoproj.io/sensor'] !== undefined) throw new Error('a Sensor made it');
      await until('dead letter', 120, async () => ((await letters()) > before ? true : undefined));
      await gateway.cancel(id);
      return `after ${seconds} s`;
    } finally {
      await kubernetes.apply({
        ...(rest as { apiVersion: string; kind: string }),
        metadata: { name, namespace, labels },
      });
    }
  });
}

function alertOf(labels: Record<string, string>) {
  return { status: 'firing', labels, annotations: {}, startsAt: new Date().toISOString() };
}
