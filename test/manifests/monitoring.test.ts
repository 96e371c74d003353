import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readManifests } from './read-manifests.ts';
import { root } from './template.ts';

const manifests = readManifests('k8s');
const rules = manifests
  .filter(({ kind }) => kind === 'PrometheusRule')
  .flatMap(({ spec }) => spec.groups.flatMap((group: { rules: object[] }) => group.rules)) as {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string };
}[];

it('an alert is about a metric that the gateway has, in a state that it knows', () => {
  const source = readFileSync(join(root, 'apps', 'gateway', 'src', 'routes', 'metrics.ts'), 'utf8');
  const metrics = new Set([...source.matchAll(/name: '(auto_ops_\w+)'/g)].map(([, name]) => name));
  const states = readFileSync(join(root, 'apps', 'gateway', 'src', 'store', 'incident-record.ts'), 'utf8');
  const used = rules.flatMap(({ expr }) => [...expr.matchAll(/auto_ops_\w+/g)].map(([name]) => name));
  const named = rules.flatMap(({ expr }) =>
    [...expr.matchAll(/incidents\{state="(\w+)"/g)].map(([, state]) => state ?? ''),
  );

  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((name) => !metrics.has(name))).toEqual([]);
  expect(named.filter((state) => !states.includes(`'${state}'`))).toEqual([]);
});

it('an alert says how bad it is and what is the matter, as a sentence', () => {
  const poor = rules.filter(
    ({ labels, annotations }) =>
      !['critical', 'warning'].includes(labels.severity) || !/^[A-Z].{20,}\.$/.test(annotations.summary),
  );

  expect(poor).toEqual([]);
});

it('the monitor finds a port of a Service', () => {
  const monitor = manifests.find(({ kind }) => kind === 'ServiceMonitor');
  const services = manifests.filter(
    ({ kind, metadata }) =>
      kind === 'Service' &&
      Object.entries(monitor?.spec.selector.matchLabels).every(([key, value]) => metadata.labels[key] === value),
  );
  const ports = services.flatMap(({ spec }) => spec.ports.map(({ name }: { name: string }) => name));

  expect(monitor?.spec.endpoints.filter(({ port }: { port: string }) => !ports.includes(port))).toEqual([]);
});
