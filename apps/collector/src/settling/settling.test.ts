import type { Evidence, KubernetesObject } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { createSettling } from './create-settling.ts';

const start = Date.parse('2026-11-21T13:00:00Z');
const target = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };

const deployment = (name: string, ready: number, updated = 1): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop', generation: 2 },
  spec: { replicas: 1 },
  status: { observedGeneration: 2, replicas: 1, readyReplicas: ready, updatedReplicas: updated },
});
const replicaSet = (name: string): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: `${name}-rs`, namespace: 'shop', ownerReferences: [{ kind: 'Deployment', name }] },
});
const pod = (name: string, status: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: `${name}-1`, namespace: 'shop', ownerReferences: [{ kind: 'ReplicaSet', name: `${name}-rs` }] },
  status,
});
const readySince = (seconds: number) => ({
  phase: 'Running',
  conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: new Date(start + seconds * 1000).toISOString() }],
});
const waiting = (reason: string) => ({
  phase: 'Pending',
  containerStatuses: [{ name: 'app', state: { waiting: { reason } } }],
});

/** How many looks it takes, four seconds apart; `at` gives the objects of a look. */
function looksUntilSettled(at: (seconds: number) => KubernetesObject[], maximum = 20): number | undefined {
  const hasSettled = createSettling('kubernetes', [target]);
  for (let look = 1; look <= maximum; look++) {
    const seconds = (look - 1) * 4;
    const capturedAt = new Date(start + seconds * 1000).toISOString();
    const evidence = at(seconds).map(
      (object): Evidence => ({
        id: object.metadata.name,
        kind: 'object',
        source: 's',
        observedAt: capturedAt,
        body: { object },
      }),
    );
    if (hasSettled({ evidence, coverage: [], capturedAt })) return look;
  }
  return undefined;
}

test('what has been up for a while is settled at the second look', () => {
  expect(looksUntilSettled(() => [deployment('cart', 1), replicaSet('cart'), pod('cart', readySince(-60))])).toBe(2);
});

test('what has just become ready has to stay so for ten seconds', () => {
  expect(looksUntilSettled(() => [deployment('cart', 1), replicaSet('cart'), pod('cart', readySince(0))])).toBe(4);
});

test('a rollout is waited for', () => {
  const looks = looksUntilSettled((seconds) =>
    seconds < 20
      ? [deployment('cart', 0), replicaSet('cart'), pod('cart', waiting('ContainerCreating'))]
      : [deployment('cart', 1), replicaSet('cart'), pod('cart', readySince(5))],
  );

  expect(looks).toBe(7);
});

test('trouble that stays the same ends the wait, however often the pod is restarted', () => {
  const looks = looksUntilSettled((seconds) => {
    const state = seconds % 8 === 0 ? { waiting: { reason: 'CrashLoopBackOff' } } : { terminated: { exitCode: 1 } };
    const status = { phase: 'Running', containerStatuses: [{ name: 'app', restartCount: seconds, state }] };
    return [deployment('cart', 0), replicaSet('cart'), pod('cart', status)];
  });

  expect(looks).toBe(6);
});

test('a pod that starts and never gets there never settles', () => {
  const starting = () => [deployment('cart', 0), replicaSet('cart'), pod('cart', waiting('ContainerCreating'))];

  expect(looksUntilSettled(starting)).toBeUndefined();
});

test('a change that the controller has not seen yet is not settled', () => {
  const unseen = deployment('cart', 1);
  unseen.status = { ...(unseen.status as object), observedGeneration: 1 };

  expect(looksUntilSettled(() => [unseen, replicaSet('cart'), pod('cart', readySince(-60))])).toBeUndefined();
});

test('neighbours of the target do not hold it up', () => {
  const others = [deployment('other', 0), replicaSet('other'), pod('other', waiting('ContainerCreating'))];

  expect(
    looksUntilSettled(() => [deployment('cart', 1), replicaSet('cart'), pod('cart', readySince(-60)), ...others]),
  ).toBe(2);
});

test('other specialists settle when they see the same twice', () => {
  const hasSettled = createSettling('storage', []);
  const look = (version: string, phase: string) => {
    const object = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'pv', resourceVersion: version },
      status: { phase },
    };
    return {
      coverage: [],
      evidence: [
        { id: 'pv', kind: 'object' as const, source: 's', observedAt: '2026-11-21T13:00:00Z', body: { object } },
      ],
    };
  };

  expect([look('1', 'Pending'), look('2', 'Bound'), look('3', 'Bound')].map(hasSettled)).toEqual([false, false, true]);
});
