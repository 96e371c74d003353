import type { Subject } from '@auto-ops/contracts';

const versions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    DaemonSet: 'apps/v1',
    ReplicaSet: 'apps/v1',
    Job: 'batch/v1',
    CronJob: 'batch/v1',
    Ingress: 'networking.k8s.io/v1',
    NetworkPolicy: 'networking.k8s.io/v1',
    HorizontalPodAutoscaler: 'autoscaling/v2',
    StorageClass: 'storage.k8s.io/v1',
    Role: 'rbac.authorization.k8s.io/v1',
    RoleBinding: 'rbac.authorization.k8s.io/v1',
    ClusterRole: 'rbac.authorization.k8s.io/v1',
    ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
    Release: 'helm.sh/v3',
    Application: 'argoproj.io/v1alpha1',
    Kustomization: 'kustomize.toolkit.fluxcd.io/v1',
    HelmRelease: 'helm.toolkit.fluxcd.io/v2',
  }),
);

const core = new Set([
  'Pod',
  'Service',
  'Secret',
  'ConfigMap',
  'Node',
  'Namespace',
  'ServiceAccount',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'ResourceQuota',
  'LimitRange',
  'Endpoints',
]);

/** The subject of a key, for things that are referred to but not in the evidence. */
export function subjectOfKey(key: string): Subject {
  const [kind = '', namespace = '', ...rest] = key.split('/');
  const apiVersion = core.has(kind) ? 'v1' : versions.get(kind);
  return {
    ...(apiVersion === undefined ? {} : { apiVersion }),
    kind,
    ...(namespace === '' ? {} : { namespace }),
    name: rest.join('/'),
  };
}
