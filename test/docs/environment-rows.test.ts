import { expect, test } from 'vitest';
import { z } from 'zod';
import { environmentRows } from '../../scripts/generators/environment-rows.ts';

test('lists the variables of a schema with their defaults, at any depth', () => {
  const Config = z.object({
    port: z.coerce.number().default(8080).meta({ env: 'AUTO_OPS_PORT', description: 'The port.' }),
    names: z.array(z.string()).meta({ env: 'AUTO_OPS_NAMES', description: 'The names.' }).default(['a', 'b']),
    signing: z.object({
      key: z.string().meta({ env: 'AUTO_OPS_KEY', description: 'The key.', secret: true }),
      url: z.url().optional().meta({ env: 'AUTO_OPS_URL', description: 'The address.' }),
    }),
  });

  const rows = environmentRows(Config);

  const plain = { isRequired: false, isSecret: false };
  expect(rows).toEqual([
    { ...plain, name: 'AUTO_OPS_PORT', description: 'The port.', fallback: '8080' },
    { ...plain, name: 'AUTO_OPS_NAMES', description: 'The names.', fallback: 'a,b' },
    { name: 'AUTO_OPS_KEY', description: 'The key.', fallback: undefined, isRequired: true, isSecret: true },
    { ...plain, name: 'AUTO_OPS_URL', description: 'The address.', fallback: undefined },
  ]);
});

test('refuses a field that names no variable', () => {
  const Config = z.object({ port: z.number() });

  expect(() => environmentRows(Config)).toThrow('port names no environment variable');
});
