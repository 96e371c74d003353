import { expect, test } from 'vitest';
import { deployment } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('changes what is named and keeps the rest', () => {
  const { after, undone } = perform(action, deployment, { container: 'web', limits: { memory: '256Mi' } });

  expect(after.spec.template.spec.containers[0].resources).toEqual({
    requests: { cpu: '100m', memory: '64Mi' },
    limits: { memory: '256Mi' },
  });
  expect(undone).toEqual(deployment);
});

test('null removes an entry and the list it leaves empty', () => {
  const { after } = perform(action, deployment, { container: 'web', limits: { memory: null } });

  expect(after.spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '100m', memory: '64Mi' } });
});

test('a container without resources gets its first', () => {
  const { after } = perform(action, deployment, { container: 'proxy', requests: { cpu: '50m' } });

  expect(after.spec.template.spec.containers[1].resources).toEqual({ requests: { cpu: '50m' } });
});

test.each([
  { container: 'web' },
  { container: 'web', limits: { memory: 'much' } },
  { container: 'web', limits: { memory: '-1' } },
  { container: 'web', limits: { gpu: '1' } },
])('refuses %o', (input) => {
  expect(action.arguments.safeParse(input).success).toBe(false);
});
