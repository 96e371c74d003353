import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readConfiguration } from './read-configuration.ts';

const Config = z.strictObject({
  port: z.coerce.number().int().max(65535).default(8080).meta({ env: 'AUTO_OPS_PORT', description: 'Port.' }),
  token: z.string().min(8).meta({ env: 'AUTO_OPS_TOKEN', description: 'Token.', secret: true }),
});

it('reads values, defaults and a secret from a file', () => {
  const file = join(temporaryFolder(), 'token');
  writeFileSync(file, 'a-long-token\n');

  const config = readConfiguration(Config, { AUTO_OPS_TOKEN_FILE: file });

  expect(config).toEqual({ port: 8080, token: 'a-long-token' });
  expect(Object.isFrozen(config)).toBe(true);
});

it('names every problem at once and never a value', () => {
  const read = () => readConfiguration(Config, { AUTO_OPS_PORT: '99999', AUTO_OPS_TOKEN: 'hunter2' });

  expect(read).toThrowError(expect.objectContaining({ code: 'CONFIGURATION_INVALID', exit: 4 }));
  expect(read).toThrowError(/AUTO_OPS_PORT: .*AUTO_OPS_TOKEN: /);
  expect(read).not.toThrowError(/hunter2/);
});

it('says which variable is not set', () => {
  expect(() => readConfiguration(Config, {})).toThrowError(/AUTO_OPS_TOKEN: is not set/);
});
