import { causeList } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { objects } from '../__fixtures__/objects.ts';
import { viewOf } from '../__fixtures__/view-of.ts';
import { confidenceOf } from './confidence-of.ts';
import { explain } from './explain.ts';
import { explanations } from './explanations.ts';
import { reachOf } from './reach-of.ts';

const { deployment, pod, replicaSet, service } = objects;
const view = viewOf(
  deployment('cart', { spec: { containers: [{ name: 'cart', env: [{ name: 'URL', value: 'http://ledger:80' }] }] } }),
  replicaSet('cart'),
  pod('cart-7d9-x'),
  deployment('ledger'),
  replicaSet('ledger'),
  pod('ledger-7d9-y'),
  service('ledger'),
);
const about = (code: string, name: string, evidence = ['ev-1'], kind = 'Deployment') =>
  reachOf(view, {
    code,
    subject: { apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1', kind, namespace: 'shop', name },
    severity: 'critical',
    message: code,
    evidence,
  } as Parameters<typeof reachOf>[1]);
const causesOf = (...reaches: ReturnType<typeof about>[]) =>
  explain(view.graph, reaches).causes.map((set) => [...set].sort());

test('a stuck rollout is explained by what stops its pods', () => {
  expect(causesOf(about('rollout-stuck', 'cart'), about('image-not-found', 'cart'))).toEqual([[1], []]);
});

test('a crash is explained by the fault of a dependency that it calls', () => {
  expect(causesOf(about('application-crash', 'cart'), about('out-of-memory', 'ledger', ['ev-4']))).toEqual([[1], []]);
});

test('the evidence that a quota cites connects it with the workload', () => {
  const quota = about('quota-exceeded', 'limits', ['ev-2'], 'ResourceQuota');

  expect(causesOf(about('rollout-stuck', 'cart'), quota)).toEqual([[1], []]);
});

test('unrelated faults explain nothing', () => {
  expect(causesOf(about('rollout-stuck', 'ledger', ['ev-4']), about('image-not-found', 'cart'))).toEqual([[], []]);
});

test('two that would explain each other: the better proved is the cause', () => {
  expect(causesOf(about('dependency-refused', 'cart'), about('application-crash', 'cart'))).toEqual([[], [0]]);
});

test('effects go through chains', () => {
  const { effects } = explain(view.graph, [
    about('hpa-metrics-missing', 'cart'),
    about('rollout-stuck', 'cart'),
    about('secret-missing', 'cart'),
  ]);

  expect([...(effects[2] ?? [])].sort()).toEqual([0, 1]);
});

test('the table speaks of published codes, and none explains itself', () => {
  const known = new Set<string>(causeList.map(({ code }) => code));

  expect(
    explanations.flatMap(({ symptoms, causes }) => [...symptoms, ...causes]).filter((code) => !known.has(code)),
  ).toEqual([]);
});

test('confidence never falls while the score rises, and stays below certainty', () => {
  const confidences = Array.from({ length: 121 }, (_, index) => confidenceOf(index / 100));

  expect(confidences.every((value, index) => index === 0 || value >= confidences[index - 1]!)).toBe(true);
  expect(confidences[0]).toBe(0);
  expect(confidences.at(-1)).toBe(0.99);
});
