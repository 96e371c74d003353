import type { PolicyState } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { claim, deployment } from '../__fixtures__/objects.ts';
import { actionOf, planOf } from '../__fixtures__/plan.ts';
import type { LiveObject } from '../action-definition.ts';
import { checkPlanPolicy } from './check-plan-policy.ts';
import { PolicyLimits } from './policy-limits.ts';

const calm: PolicyState = { freezes: [], recentActions: {}, actionsToday: 0, failedVerifications: 0 };
const scale = planOf(actionOf('scale', { replicas: 3 }));
const repository = { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'repository' };
const edit = planOf(
  actionOf('edit-source', { edits: [{ path: 'a.yaml', oldText: 'a', newText: 'b' }] }, { target: repository }),
);

function failures(
  plan: typeof scale,
  state: Partial<PolicyState> = {},
  object: LiveObject = deployment,
  limits = {},
): string[] {
  const results = checkPlanPolicy(plan, {
    now: '2026-01-01T12:00:00Z',
    severity: 'warning',
    state: { ...calm, ...state },
    limits: PolicyLimits.parse(limits),
    targets: { a1: { object } },
  });
  return results.filter((result) => result.result === 'failed').map((result) => result.name);
}

test('a harmless plan on a calm day passes every rule, and every rule says so', () => {
  expect(failures(scale)).toEqual([]);
  expect(failures(edit)).toEqual([]);
});

test.each<[string, PolicyState['freezes'][number], boolean]>([
  ['everything', { id: 'f', reason: 'x' }, true],
  ['its namespace', { id: 'f', namespace: 'shop', reason: 'x' }, true],
  ['another namespace', { id: 'f', namespace: 'other', reason: 'x' }, false],
  ['its class', { id: 'f', class: 'R2', reason: 'x' }, true],
  ['a lesser class and above', { id: 'f', class: 'R1', reason: 'x' }, true],
  ['a greater class', { id: 'f', class: 'R3', reason: 'x' }, false],
  ['its class in another namespace', { id: 'f', class: 'R2', namespace: 'other', reason: 'x' }, false],
])('a freeze of %s', (_name, freeze, isStopped) => {
  expect(failures(scale, { freezes: [freeze] })).toEqual(isStopped ? ['policy-freeze'] : []);
});

test.each<[string, Partial<PolicyState>, boolean]>([
  ['two failed verifications', { failedVerifications: 2 }, false],
  ['three failed verifications', { failedVerifications: 3 }, true],
  ['nine actions today', { actionsToday: 9 }, false],
  ['ten actions today', { actionsToday: 10 }, true],
  ['two changes of the target within the hour', { recentActions: { 'shop/cart': 2 } }, false],
  ['three changes of the target within the hour', { recentActions: { 'shop/cart': 3 } }, true],
  ['three changes of another target', { recentActions: { 'shop/other': 3 } }, false],
])('%s', (_name, state, isStopped) => {
  expect(failures(scale, state)).toEqual(isStopped ? ['policy-breaker'] : []);
});

test('an edit of a repository is not held up by what is live, but by a freeze of everything', () => {
  expect(failures(edit, { failedVerifications: 9, actionsToday: 99 })).toEqual([]);
  expect(failures(edit, { freezes: [{ id: 'f', reason: 'x' }] })).toEqual(['policy-freeze']);
});

test.each<[string, string, boolean]>([
  ['256Mi', 'twice', false],
  ['257Mi', 'a little more than twice', true],
  ['0.25Gi', 'twice in another unit', false],
  ['1Gi', 'eight times', true],
  ['64Mi', 'half', false],
])('a memory limit of %s, %s the present 128Mi', (memory, _name, isStopped) => {
  const plan = planOf(actionOf('set-resources', { container: 'web', limits: { memory } }));

  expect(failures(plan)).toEqual(isStopped ? ['policy-limits'] : []);
});

test('the operator may widen the factor', () => {
  const plan = planOf(actionOf('set-resources', { container: 'web', limits: { memory: '512Mi' } }));

  expect(failures(plan, {}, deployment, { resourceFactor: 4 })).toEqual([]);
});

test('a claim grows at most by the factor', () => {
  const target = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'data', uid: 'p-1' };
  const grow = (storage: string) => planOf(actionOf('expand-claim', { storage }, { target }));

  expect(failures(grow('20Gi'), {}, claim)).toEqual([]);
  expect(failures(grow('21Gi'), {}, claim)).toEqual(['policy-limits']);
});

test('a destructive or forbidden plan fails by its class', () => {
  const forbidden = planOf(
    actionOf(
      'scale',
      { replicas: 3 },
      { target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'kube-system', name: 'dns', uid: 'x' } },
    ),
  );
  const lonely: LiveObject = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x', namespace: 'shop', uid: 'x' } };
  const destructive = planOf(
    actionOf('delete-pod', {}, { target: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'x', uid: 'x' } }),
  );

  expect(failures(forbidden)).toEqual(['policy-class']);
  expect(failures(destructive, {}, lonely)).toEqual(['policy-class']);
});
