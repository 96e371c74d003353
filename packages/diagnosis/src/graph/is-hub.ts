const hubKinds = new Set([
  'Node',
  'StorageClass',
  'Namespace',
  'ClusterRole',
  'PriorityClass',
  'Release',
  'Application',
  'Kustomization',
  'HelmRelease',
]);

/** Whether many unrelated things hang on a node of the graph, so that a path through it means nothing. */
export function isHub(key: string): boolean {
  const [kind = '', , name] = key.split('/');
  return hubKinds.has(kind) || (kind === 'ServiceAccount' && name === 'default') || name === 'kube-root-ca.crt';
}
