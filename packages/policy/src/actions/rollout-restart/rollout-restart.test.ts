import { expect, test } from 'vitest';
import { deployment } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('writes the time of the evidence into the template, also where it has no annotations yet', () => {
  const { after, undone } = perform(action, deployment, { at: '2026-01-02T03:04:05Z' });

  expect(after.spec.template.metadata.annotations).toEqual({
    'kubectl.kubernetes.io/restartedAt': '2026-01-02T03:04:05Z',
  });
  expect(undone).toBeUndefined();
});

test('a StatefulSet is riskier than a Deployment', () => {
  expect(action.classify(deployment, { at: '2026-01-02T03:04:05Z' }).class).toBe('R2');
  expect(action.classify({ ...deployment, kind: 'StatefulSet' }, { at: '2026-01-02T03:04:05Z' }).class).toBe('R3');
});
