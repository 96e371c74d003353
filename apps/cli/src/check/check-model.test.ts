import { loopbackServer } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { checkModel } from './check-model.ts';

it.each([
  [200, 'passed', /takes the key/],
  [401, 'failed', /401: the key of AUTO_OPS_MODEL_KEY is missing or wrong/],
  [403, 'failed', /403: the key is known and lacks the right/],
  [500, 'failed', /answers 500/],
] as const)('tells what an endpoint that answers %i means', async (status, result, detail) => {
  const server = await loopbackServer(() => ({ status, body: '{}' }));

  const check = await checkModel(`${server.url}/v1`, 'a-key');

  expect(check).toEqual({ result, detail: expect.stringMatching(detail) });
  expect(check.detail).not.toContain('a-key');
});

it('says when nothing listens and when nothing is configured', async () => {
  expect(await checkModel('http://127.0.0.1:1/v1', undefined)).toMatchObject({
    result: 'failed',
    detail: expect.stringContaining('does not answer'),
  });
  expect(await checkModel(undefined, undefined)).toMatchObject({ result: 'not-run' });
});
