const exact = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'cert-manager',
  'calico-system',
  'calico-apiserver',
  'tigera-operator',
  'cilium',
  'cilium-secrets',
  'kube-flannel',
  'weave',
  'antrea-system',
  'kube-router',
  'kube-ovn',
  'istio-system',
  'linkerd',
  'gatekeeper-system',
  'kyverno',
  'flux-system',
  'external-secrets',
  'sealed-secrets',
  'vault',
]);

/** Whether a namespace holds what runs or guards the cluster, auto-ops or its engine: nothing is changed there, whoever approves. */
export function isForbiddenNamespace(namespace: string): boolean {
  return exact.has(namespace) || /^(argo|auto-ops)(-|$)|^argocd(-|$)|^openshift(-|$)|^kube-/.test(namespace);
}
