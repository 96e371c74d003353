import { readFileSync } from 'node:fs';
import type { KubernetesApi } from '@auto-ops/argo-workflows-client';
import type { DecisionKey } from '../control/decision-key.ts';

const name = 'auto-ops-decision-keys';

/** Writes the public half of the key that signs decisions where the steps `decide` and `apply` find it: a ConfigMap of the namespace. */
export async function publishDecisionKey(
  kubernetes: KubernetesApi,
  namespace: string,
  key: DecisionKey,
): Promise<void> {
  const base64 = readFileSync(key.publicKeyFile, 'utf8').replace(/-----[A-Z ]+-----|\s/g, '');
  const data = { AUTO_OPS_DECISION_PUBLIC_KEYS: `${key.id}=spki:${base64}` };
  const path = `/api/v1/namespaces/${namespace}/configmaps`;
  const outcome = await kubernetes.create(path, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'auto-ops' } },
    data,
  });
  if (outcome === 'created') return;
  await kubernetes.send({
    method: 'PATCH',
    path: `${path}/${name}`,
    type: 'application/merge-patch+json',
    body: { data },
  });
}
