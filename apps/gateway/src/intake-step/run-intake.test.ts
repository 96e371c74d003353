import { loopbackServer } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { readIds } from './read-ids.ts';
import { runIntake } from './run-intake.ts';

const delivery = '7b0c2f1e-0000-4000-8000-0123456789ab';
const words = [
  '--event',
  'issue_comment',
  '--repository',
  '4711',
  '--number',
  '7',
  '--comment',
  '99',
  '--before',
  '0',
  '--after',
  '0',
  '--delivery',
  delivery,
];
const changed = (name: string, value: string) =>
  words.map((word, index) => (words[index - 1] === `--${name}` ? value : word));

it('hands the ids in as the run it is', async () => {
  const gateway = await loopbackServer(() => ({ body: { kept: true } }));

  const line = await runIntake(words, {
    AUTO_OPS_RUN: `intake-${delivery}`,
    AUTO_OPS_RUN_API: gateway.url,
    AUTO_OPS_RUN_API_TOKEN: 'token-of-the-step',
    // Kubernetes tells a pod of Services in variables that begin like ours.
    AUTO_OPS_GATEWAY_SERVICE_HOST: '10.0.0.1',
  });

  expect(line).toBe('{"verdict":"taken"}\n');
  expect(gateway.requests).toMatchObject([
    { method: 'PUT', path: `/v1/intake/intake-${delivery}`, headers: { authorization: 'Bearer token-of-the-step' } },
  ]);
  expect(JSON.parse(gateway.requests[0]?.body ?? '')).toEqual({
    schemaVersion: 1,
    event: 'issue_comment',
    repository: 4711,
    number: 7,
    comment: 99,
    before: '0',
    after: '0',
    delivery,
  });
});

it.each([
  ['another event', changed('event', 'star')],
  ['a repository by name', changed('repository', 'octo/shop')],
  ['a number that is none', changed('number', '0x7')],
  ['a commit that is a branch', changed('after', 'main')],
  ['a delivery that is a path', changed('delivery', '../../x')],
  ['no event', words.slice(2)],
])('refuses %s', (_, argv) => {
  expect(() => readIds(argv)).toThrowError(expect.objectContaining({ code: 'DOCUMENT_INVALID', exit: 3 }));
});

it.each([['--event'], ['--shell', 'x'], ['issues']])('refuses the arguments %o', (...argv) => {
  expect(() => readIds(argv)).toThrowError(expect.objectContaining({ code: 'USAGE_INVALID', exit: 2 }));
});

it('says what is missing in its configuration', async () => {
  await expect(runIntake(words, {})).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID', exit: 4 });
});
