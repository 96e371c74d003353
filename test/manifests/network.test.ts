import { describe, expect, it } from 'vitest';
import { baseFolders } from './base-folders.ts';
import { readManifests } from './read-manifests.ts';

type Labels = Record<string, string>;
type Selector = { matchLabels?: Labels; matchExpressions?: { key: string; operator: string; values?: string[] }[] };
type Peer = { ipBlock?: { cidr: string; except?: string[] }; podSelector?: Selector; namespaceSelector?: Selector };
type Side = { ports?: { port: number }[]; to?: Peer[]; from?: Peer[] };

// Where no network plug-in enforces policies, this is what can be said about them.
const manifests = readManifests(...baseFolders, 'k8s/overlays/github');
const policies = manifests.filter(
  ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.namespace === 'auto-ops',
);

function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) =>
      operator === 'Exists' ? key in labels : operator === 'In' && values.includes(labels[key] ?? ''),
    )
  );
}

function nameOf({ ipBlock, podSelector, namespaceSelector }: Peer): string {
  if (ipBlock !== undefined) return ipBlock.cidr;
  const words = [namespaceSelector, podSelector].flatMap((selector) => [
    ...Object.values(selector?.matchLabels ?? {}),
    ...(selector?.matchExpressions ?? []).map(({ key, values }) => values?.join(', ') ?? `any ${key}`),
  ]);
  return words.join('/');
}

/** `peer:port` of everything that a pod may reach, or may be reached by. */
function reach(labels: Labels, direction: 'egress' | 'ingress', among = policies): string[] {
  return among
    .filter(({ spec }) => selects(spec.podSelector, labels))
    .flatMap(({ spec }) =>
      ((spec[direction] ?? []) as Side[]).flatMap(({ ports = [], to, from }) =>
        (to ?? from ?? [{ podSelector: { matchLabels: { all: 'anybody' } } }]).flatMap((peer) =>
          (ports.length === 0 ? [{ port: 'any' }] : ports).map(({ port }) => `${nameOf(peer)}:${port}`),
        ),
      ),
    )
    .sort();
}

const stepLabels = manifests
  .filter(({ kind }) => kind === 'WorkflowTemplate')
  .flatMap(({ spec }) => spec.templates as { name: string; container?: object; metadata: { labels: Labels } }[])
  .filter(({ container }) => container !== undefined)
  .map(({ name, metadata }) => [name, metadata.labels] as const);
const apiServer = ['10.0.0.0/8:443', '10.0.0.0/8:6443', '172.16.0.0/12:443', '172.16.0.0/12:6443'].concat([
  '192.168.0.0/16:443',
  '192.168.0.0/16:6443',
]);
const gatewayOnly = ['auto-ops-gateway:8443', 'kube-system:53', 'kube-system:53'];

/** What a step reaches besides the API server. */
function furtherReachOf(labels: Labels): string[] {
  const app = labels['app.kubernetes.io/name'] ?? '';
  if (['auto-ops-actuator', 'auto-ops-intake'].includes(app)) return gatewayOnly;
  if (app !== 'auto-ops-maintenance') return [];
  const zone = labels['auto-ops.dev/zone'] ?? '';
  if (zone === 'heartbeat') return [...gatewayOnly, '0.0.0.0/0:any'];
  return ['reindex', 'review-risk'].includes(zone) ? [...gatewayOnly, '0.0.0.0/0:22', '0.0.0.0/0:443'] : gatewayOnly;
}

const gateway = { 'app.kubernetes.io/name': 'auto-ops-gateway', 'app.kubernetes.io/part-of': 'auto-ops' };

it('what nobody thought of reaches nobody', () => {
  expect(reach({}, 'egress')).toEqual([]);
  expect(reach({}, 'ingress')).toEqual([]);
  expect(policies.some(({ spec }) => selects(spec.podSelector, {}) && spec.policyTypes.length === 2)).toBe(true);
});

describe.each(stepLabels)('%s', (_, labels) => {
  it('is reached by nobody', () => {
    expect(reach(labels, 'ingress')).toEqual([]);
  });

  it('reaches the API server, and what its work is about', () => {
    expect(reach(labels, 'egress')).toEqual([...apiServer, ...furtherReachOf(labels)].sort());
  });
});

it('the gateway reaches the API server, the Argo Server, the event source, and GitHub where that is wanted', () => {
  const usual = [...apiServer, 'argo-events/auto-ops:12000', 'argo:2746', 'kube-system:53', 'kube-system:53'];

  expect(reach(gateway, 'egress')).toEqual([...usual, '0.0.0.0/0:443'].sort());
});

it('steps of the actuator, maintenance, an intake and the Sensors reach the run API, and nobody else', () => {
  expect(reach(gateway, 'ingress')).toEqual([
    'anybody:8080',
    'argo-events/any sensor-name:8443',
    'auto-ops-actuator, auto-ops-maintenance:8443',
    'auto-ops-intake:8443',
  ]);
});

it.each([
  ['auto-ops', ['auto-ops/auto-ops-gateway:12000']],
  ['auto-ops-github', ['anybody:12001']],
])('the event source %s is reached by those who have to, and on its one port', (name, expected) => {
  const here = manifests.filter(
    ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.namespace === 'argo-events',
  );
  const source = manifests.find(({ kind, metadata }) => kind === 'EventSource' && metadata.name === name);
  const ports = source?.spec.service.ports.map(({ targetPort }: { targetPort: number }) => targetPort);

  expect(reach({ 'eventsource-name': name }, 'ingress', here)).toEqual(expected);
  expect(expected.map((peer) => Number(peer.split(':')[1]))).toEqual(ports);
});

it('nobody reaches the addresses where a cloud hands out credentials', () => {
  const open = policies
    .flatMap(({ spec }) => (spec.egress ?? []) as Side[])
    .flatMap(({ to = [] }) => to.flatMap(({ ipBlock }) => ipBlock ?? []))
    .filter(({ cidr }) => cidr === '0.0.0.0/0');

  expect(open.length).toBeGreaterThan(2);
  expect(open.filter(({ except = [] }) => !except.includes('169.254.0.0/16'))).toEqual([]);
});
