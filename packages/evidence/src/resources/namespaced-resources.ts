import type { Resource } from '../cluster-api/resource.ts';

const namespaced = (group: string, version: string, kinds: Readonly<Record<string, string>>): Resource[] =>
  Object.entries(kinds).map(([kind, plural]) => ({ group, version, plural, kind, isNamespaced: true }));

/** What is read in every namespace of the scope. Secrets and Leases are not here. */
export const namespacedResources: readonly Resource[] = [
  // Pods and events first: of what is short-lived, the earliest look says most.
  ...namespaced('', 'v1', {
    Pod: 'pods',
    Event: 'events',
    Service: 'services',
    ConfigMap: 'configmaps',
    ServiceAccount: 'serviceaccounts',
    ResourceQuota: 'resourcequotas',
    LimitRange: 'limitranges',
    PersistentVolumeClaim: 'persistentvolumeclaims',
    ReplicationController: 'replicationcontrollers',
  }),
  ...namespaced('apps', 'v1', {
    Deployment: 'deployments',
    ReplicaSet: 'replicasets',
    StatefulSet: 'statefulsets',
    DaemonSet: 'daemonsets',
    ControllerRevision: 'controllerrevisions',
  }),
  ...namespaced('batch', 'v1', { Job: 'jobs', CronJob: 'cronjobs' }),
  ...namespaced('discovery.k8s.io', 'v1', { EndpointSlice: 'endpointslices' }),
  ...namespaced('networking.k8s.io', 'v1', { Ingress: 'ingresses', NetworkPolicy: 'networkpolicies' }),
  ...namespaced('autoscaling', 'v2', { HorizontalPodAutoscaler: 'horizontalpodautoscalers' }),
  ...namespaced('policy', 'v1', { PodDisruptionBudget: 'poddisruptionbudgets' }),
];
