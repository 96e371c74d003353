import { expect, test } from 'vitest';
import { cryptography } from '../__fixtures__/cryptography.ts';
import { actionOf, planOf } from '../__fixtures__/plan.ts';
import { planHash } from './plan-hash.ts';

const plan = planOf(actionOf('scale', { replicas: 3 }), actionOf('set-image', { container: 'web', image: 'a:1' }));
const hash = planHash(plan, cryptography);

test('words, attempt and author make no difference', () => {
  expect(planHash({ ...plan, attempt: 2, summary: 'x', manualSteps: ['y'], author: 'model' }, cryptography)).toBe(hash);
});

test('the order of members makes no difference', () => {
  const actions = plan.actions.map(
    (action) => Object.fromEntries(Object.entries(action).toReversed()) as typeof action,
  );

  expect(planHash({ ...plan, actions }, cryptography)).toBe(hash);
});

test.each([
  ['the incident', { ...plan, incident: 'i-2' }],
  ['the cause', { ...plan, cause: { code: 'rollout-stuck' as const, subject: { kind: 'Deployment', name: 'cart' } } }],
  ['the order of actions', { ...plan, actions: plan.actions.toReversed() }],
  [
    'an argument',
    planOf(actionOf('scale', { replicas: 4 }), actionOf('set-image', { container: 'web', image: 'a:1' })),
  ],
  ['a missing action', planOf(actionOf('scale', { replicas: 3 }))],
])('%s makes another hash', (_name, other) => {
  expect(planHash(other, cryptography)).not.toBe(hash);
});
