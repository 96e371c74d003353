const groups = new Set([
  'rbac.authorization.k8s.io',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'policy',
  'argoproj.io',
  'cert-manager.io',
]);
const kinds = new Set([
  'Secret',
  'ServiceAccount',
  'Namespace',
  'PersistentVolume',
  'LimitRange',
  'ResourceQuota',
  'Event',
  'ComponentStatus',
  'NetworkPolicy',
  'PrometheusRule',
  'Lease',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'CSIDriver',
  'CSINode',
]);

/** Whether a kind is never changed by an action: identities, rights, admission, secrets, guards and what is watched. */
export function isForbiddenKind(apiVersion: string, kind: string): boolean {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return kinds.has(kind) || groups.has(group);
}
