import type { Alert } from '@auto-ops/contracts';

const workloadLabels = [
  'deployment',
  'statefulset',
  'daemonset',
  'cronjob',
  'job_name',
  'service',
  'app',
  'node',
  'persistentvolumeclaim',
];

/** What an alert is about, as `namespace/label/name`, for grouping; undefined where its labels do not say. */
export function placeOf(alert: Alert): string | undefined {
  const label = workloadLabels.find((name) => alert.labels[name] !== undefined);
  if (label === undefined) return undefined;
  return [alert.labels.namespace ?? '', label, alert.labels[label]].join('/');
}
