import type { Resource } from '@auto-ops/evidence';

function kind(group: string, version: string, name: string, plural: string, isNamespaced = true): Resource {
  return { group, version, kind: name, plural, isNamespaced };
}

/** Everything that is looked at. Secrets are not here. Where another version is served, that one is read. */
export const kinds = {
  nodes: kind('', 'v1', 'Node', 'nodes', false),
  services: kind('', 'v1', 'Service', 'services'),
  configMaps: kind('', 'v1', 'ConfigMap', 'configmaps'),
  deployments: kind('apps', 'v1', 'Deployment', 'deployments'),
  statefulSets: kind('apps', 'v1', 'StatefulSet', 'statefulsets'),
  daemonSets: kind('apps', 'v1', 'DaemonSet', 'daemonsets'),
  storageClasses: kind('storage.k8s.io', 'v1', 'StorageClass', 'storageclasses', false),
  ingressClasses: kind('networking.k8s.io', 'v1', 'IngressClass', 'ingressclasses', false),
  gatewayClasses: kind('gateway.networking.k8s.io', 'v1', 'GatewayClass', 'gatewayclasses', false),
  apiServices: kind('apiregistration.k8s.io', 'v1', 'APIService', 'apiservices', false),
  admissionPolicies: kind(
    'admissionregistration.k8s.io',
    'v1',
    'ValidatingAdmissionPolicy',
    'validatingadmissionpolicies',
    false,
  ),
  workflowTemplates: kind('argoproj.io', 'v1alpha1', 'WorkflowTemplate', 'workflowtemplates'),
  eventBuses: kind('argoproj.io', 'v1alpha1', 'EventBus', 'eventbus'),
  eventSources: kind('argoproj.io', 'v1alpha1', 'EventSource', 'eventsources'),
  sensors: kind('argoproj.io', 'v1alpha1', 'Sensor', 'sensors'),
  applications: kind('argoproj.io', 'v1alpha1', 'Application', 'applications'),
  gitRepositories: kind('source.toolkit.fluxcd.io', 'v1', 'GitRepository', 'gitrepositories'),
  alertmanagers: kind('monitoring.coreos.com', 'v1', 'Alertmanager', 'alertmanagers'),
  alertmanagerConfigs: kind('monitoring.coreos.com', 'v1alpha1', 'AlertmanagerConfig', 'alertmanagerconfigs'),
  serviceMonitors: kind('monitoring.coreos.com', 'v1', 'ServiceMonitor', 'servicemonitors'),
  openTelemetryCollectors: kind('opentelemetry.io', 'v1beta1', 'OpenTelemetryCollector', 'opentelemetrycollectors'),
} as const;
