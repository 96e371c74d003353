import type { Resource } from '../cluster-api/resource.ts';

const clusterWide = (group: string, version: string, kinds: Readonly<Record<string, string>>): Resource[] =>
  Object.entries(kinds).map(([kind, plural]) => ({ group, version, plural, kind, isNamespaced: false }));

/** What is read of the cluster as a whole, whatever the scope. Storage and access have specialists of their own. */
export const clusterResources: readonly Resource[] = [
  ...clusterWide('', 'v1', { Namespace: 'namespaces', Node: 'nodes' }),
  ...clusterWide('networking.k8s.io', 'v1', { IngressClass: 'ingressclasses' }),
  ...clusterWide('scheduling.k8s.io', 'v1', { PriorityClass: 'priorityclasses' }),
  ...clusterWide('admissionregistration.k8s.io', 'v1', {
    ValidatingWebhookConfiguration: 'validatingwebhookconfigurations',
    MutatingWebhookConfiguration: 'mutatingwebhookconfigurations',
  }),
  ...clusterWide('apiextensions.k8s.io', 'v1', { CustomResourceDefinition: 'customresourcedefinitions' }),
  ...clusterWide('apiregistration.k8s.io', 'v1', { APIService: 'apiservices' }),
];
