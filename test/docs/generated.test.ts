import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

test('every generated file is what npm run generate makes', async () => {
  const words = [join(root, 'scripts', 'generate.ts'), '--check'];

  const result = await promisify(execFile)(process.execPath, words, { cwd: root }).catch((error) => error);

  expect(result.stderr).toBe('');
  expect(result.code ?? 0).toBe(0);
});
