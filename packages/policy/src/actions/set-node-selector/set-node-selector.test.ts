import { expect, test } from 'vitest';
import { cronJob, deployment } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test.each([
  [{ key: 'disk', value: null }, {}],
  [{ key: 'disk', value: 'slow' }, { disk: 'slow' }],
  [
    { key: 'example.com/zone', value: 'a' },
    { disk: 'fast', 'example.com/zone': 'a' },
  ],
])('%o changes the selector and can be taken back', (input, expected) => {
  const { after, undone } = perform(action, deployment, input);

  expect(after.spec.template.spec.nodeSelector).toEqual(expected);
  expect(undone).toEqual(deployment);
});

test('a CronJob has its template one level deeper', () => {
  const { after } = perform(action, cronJob, { key: 'disk', value: 'slow' });

  expect(after.spec.jobTemplate.spec.template.spec.nodeSelector).toEqual({ disk: 'slow' });
});
