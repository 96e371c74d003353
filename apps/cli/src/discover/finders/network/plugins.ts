/** Network plug-ins by the image of their DaemonSet, and whether they enforce NetworkPolicies. */
export const plugins: readonly {
  readonly title: string;
  readonly image: RegExp;
  readonly enforces: 'yes' | 'no' | 'depends';
}[] = [
  { title: 'Calico', image: /(^|\/)calico\/node$|(^|\/)calico-node$/, enforces: 'yes' },
  { title: 'Cilium', image: /(^|\/)cilium\/cilium$|(^|\/)cilium$/, enforces: 'yes' },
  { title: 'Antrea', image: /(^|\/)antrea-(agent|ubuntu|ubi)[\w-]*$/, enforces: 'yes' },
  { title: 'Weave Net', image: /(^|\/)weave-(kube|npc)$/, enforces: 'yes' },
  { title: 'kube-router', image: /(^|\/)kube-router$/, enforces: 'depends' },
  { title: 'OVN-Kubernetes', image: /(^|\/)ovn-?kube[\w-]*$/, enforces: 'yes' },
  { title: 'Amazon VPC CNI', image: /(^|\/)amazon-k8s-cni$/, enforces: 'depends' },
  { title: 'Azure network policy manager', image: /(^|\/)azure-npm$/, enforces: 'yes' },
  { title: 'kindnet', image: /(^|\/)kindnetd$/, enforces: 'depends' },
  { title: 'Flannel', image: /(^|\/)flannel$/, enforces: 'no' },
];
