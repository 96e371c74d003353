import type { Evidence, KubernetesObject } from '@auto-ops/contracts';
import type { PlannedScope } from '../../scope/planned-scope.ts';

const maximum = 4;
const telling = new Set([
  'Pod',
  'Event',
  'ConfigMap',
  'Service',
  'Ingress',
  'NetworkPolicy',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
]);
// Every namespace holds a note about the API server's own name; that says nothing about `default`.
const serviceName = /\b(?!kubernetes\.default\.)[a-z0-9](?:[a-z0-9-]{0,62})\.([a-z0-9][a-z0-9-]{0,62})\.svc\b/g;
const shortName = /(?:\/\/|@)[a-z0-9][a-z0-9-]{0,62}\.([a-z0-9][a-z0-9-]{0,62})(?=[:/"'\s]|$)/g;
const namespaceLabel = /"kubernetes\.io\/metadata\.name":"([a-z0-9-]{1,63})"/g;

/**
 * Namespaces outside the scope that something in it speaks to: names of services in settings, events and logs, selectors of network
 * policies. The most often named first, at most four.
 */
export function referredNamespaces(
  objects: readonly KubernetesObject[],
  logs: readonly Evidence[],
  scope: PlannedScope,
): string[] {
  const known = new Set(scope.known.map(({ metadata }) => metadata.name));
  for (const name of scope.namespaces) known.delete(name);
  const counts = new Map<string, number>();
  const texts = [...objects.filter(({ kind }) => telling.has(kind)), ...logs].map((item) => JSON.stringify(item));
  for (const text of texts) {
    const names = [serviceName, shortName, namespaceLabel].flatMap((pattern) => [...text.matchAll(pattern)]);
    for (const [, name = ''] of names) if (known.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ranked = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  return ranked.slice(0, maximum).map(([name]) => name);
}
