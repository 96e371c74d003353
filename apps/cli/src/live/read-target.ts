import { AutoOpsError, type Subject } from '@auto-ops/contracts';

const kinds: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  deployment: ['apps/v1', 'Deployment'],
  deploy: ['apps/v1', 'Deployment'],
  statefulset: ['apps/v1', 'StatefulSet'],
  sts: ['apps/v1', 'StatefulSet'],
  daemonset: ['apps/v1', 'DaemonSet'],
  ds: ['apps/v1', 'DaemonSet'],
  replicaset: ['apps/v1', 'ReplicaSet'],
  rs: ['apps/v1', 'ReplicaSet'],
  pod: ['v1', 'Pod'],
  service: ['v1', 'Service'],
  svc: ['v1', 'Service'],
  node: ['v1', 'Node'],
  configmap: ['v1', 'ConfigMap'],
  persistentvolumeclaim: ['v1', 'PersistentVolumeClaim'],
  pvc: ['v1', 'PersistentVolumeClaim'],
  job: ['batch/v1', 'Job'],
  cronjob: ['batch/v1', 'CronJob'],
  ingress: ['networking.k8s.io/v1', 'Ingress'],
  networkpolicy: ['networking.k8s.io/v1', 'NetworkPolicy'],
  horizontalpodautoscaler: ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  hpa: ['autoscaling/v2', 'HorizontalPodAutoscaler'],
};

/** Reads `kind/name` with the short names that kubectl knows. Throws USAGE_INVALID. */
export function readTarget(text: string, namespace: string | undefined): Subject {
  const [, word, name] = /^([a-z]+)\/([a-z0-9][a-z0-9.-]{0,252})$/i.exec(text) ?? [];
  const known = kinds[(word ?? '').toLowerCase().replace(/s$/, '')] ?? kinds[(word ?? '').toLowerCase()];
  if (known === undefined || name === undefined) {
    throw new AutoOpsError(
      'USAGE_INVALID',
      `--target ${text}: expected kind/name with a kind of ${Object.keys(kinds).join(', ')}`,
    );
  }
  const [apiVersion, kind] = known;
  const isNamespaced = kind !== 'Node';
  return { apiVersion, kind, ...(isNamespaced ? { namespace: namespace ?? 'default' } : {}), name };
}
