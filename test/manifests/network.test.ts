import { describe, expect, it } from 'vitest';
import type { Manifest } from './manifest.ts';
import { readManifests } from './read-manifests.ts';

type Labels = Record<string, string>;
type Selector = { matchLabels?: Labels; matchExpressions?: { key: string; operator: string; values: string[] }[] };
type Peer = { ipBlock?: { cidr: string }; podSelector?: Selector; namespaceSelector?: Selector };
type Side = { ports?: { port: number }[]; to?: Peer[]; from?: Peer[] };

// Where no network plug-in enforces policies, this is what can be said about them.
const manifests = readManifests('argo', 'k8s/base');
const policies = manifests.filter(
  ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.namespace === 'auto-ops',
);

function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values }) => operator === 'In' && values.includes(labels[key] ?? ''))
  );
}

function nameOf({ ipBlock, podSelector, namespaceSelector }: Peer): string {
  if (ipBlock !== undefined) return ipBlock.cidr;
  const words = [namespaceSelector, podSelector].flatMap((selector) => Object.values(selector?.matchLabels ?? {}));
  return words.join('/');
}

/** `peer:port` of everything that a pod may reach, or may be reached by. */
function reach(labels: Labels, direction: 'egress' | 'ingress'): string[] {
  return policies
    .filter(({ spec }) => selects(spec.podSelector, labels))
    .flatMap(({ spec }) =>
      ((spec[direction] ?? []) as Side[]).flatMap(({ ports = [], to, from }) =>
        (to ?? from ?? [{ podSelector: { matchLabels: { all: 'anybody' } } }]).flatMap((peer) =>
          ports.map(({ port }) => `${nameOf(peer)}:${port}`),
        ),
      ),
    )
    .sort();
}

const { templates } = (manifests.find(({ kind }) => kind === 'WorkflowTemplate') as Manifest).spec as {
  templates: { name: string; container?: object; metadata: { labels: Labels } }[];
};
const stepLabels = templates
  .filter(({ container }) => container !== undefined)
  .map(({ name, metadata }) => [name, metadata.labels] as const);
const apiServer = ['10.0.0.0/8:443', '10.0.0.0/8:6443', '172.16.0.0/12:443', '172.16.0.0/12:6443'].concat([
  '192.168.0.0/16:443',
  '192.168.0.0/16:6443',
]);
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

  it('reaches the API server, and the gateway where it is a step of the actuator', () => {
    const isActuator = labels['app.kubernetes.io/name'] === 'auto-ops-actuator';
    const more = isActuator ? ['auto-ops-gateway:8443', 'kube-system:53', 'kube-system:53'] : [];

    expect(reach(labels, 'egress')).toEqual([...apiServer, ...more].sort());
  });
});

it('the gateway reaches the API server, the Argo Server and the event source', () => {
  expect(reach(gateway, 'egress')).toEqual(
    [...apiServer, 'argo-events/auto-ops:12000', 'argo:2746', 'kube-system:53', 'kube-system:53'].sort(),
  );
});

it('only steps of the actuator reach the run API', () => {
  expect(reach(gateway, 'ingress')).toEqual(['anybody:8080', 'auto-ops-actuator:8443']);
});
