import { expect, it } from 'vitest';
import { refuseUnknownVariables } from './refuse-unknown-variables.ts';

it('refuses a misspelt variable and accepts file twins and foreign names', () => {
  const known = ['AUTO_OPS_TOKEN'];

  expect(() => refuseUnknownVariables({ AUTO_OPS_TOKNE: 'x' }, known)).toThrowError(
    expect.objectContaining({ code: 'CONFIGURATION_UNKNOWN', data: { unknown: ['AUTO_OPS_TOKNE'] } }),
  );
  expect(() => refuseUnknownVariables({ AUTO_OPS_TOKEN_FILE: 'x', PATH: '/bin' }, known)).not.toThrow();
});
