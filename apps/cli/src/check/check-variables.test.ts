import { expect, it } from 'vitest';
import { checkVariables } from './check-variables.ts';

const known = [
  { name: 'AUTO_OPS_URL', secret: false },
  { name: 'AUTO_OPS_TOKEN', secret: true },
];

it('shows values, masks secrets, and finds typos and missing files', () => {
  const rows = checkVariables(known, {
    AUTO_OPS_URL: 'http://127.0.0.1:1',
    AUTO_OPS_TOKEN: 'hunter2-hunter2',
    AUTO_OPS_TOKNE: 'x',
    AUTO_OPS_TOKEN_FILE: '/nowhere',
    PATH: '/bin',
  });

  expect(rows).toEqual([
    { name: 'AUTO_OPS_TOKEN', value: '(secret, set)', origin: 'environment' },
    { name: 'AUTO_OPS_TOKEN_FILE', value: '/nowhere', origin: 'file', problem: 'the file does not exist' },
    {
      name: 'AUTO_OPS_TOKNE',
      value: '(not shown)',
      origin: 'environment',
      problem: expect.stringContaining('not known'),
    },
    { name: 'AUTO_OPS_URL', value: 'http://127.0.0.1:1', origin: 'environment' },
  ]);
});
