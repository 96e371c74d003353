import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');

async function runTestFile(body: string): Promise<{ failed: boolean; output: string }> {
  const folder = temporaryFolder();
  const setup = join(import.meta.dirname, 'vitest-setup.ts');
  writeFileSync(join(folder, 'planted.test.js'), `test('planted', () => { ${body}; });`);
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { globals: true, setupFiles: [${JSON.stringify(setup)}] }, server: { fs: { strict: false } } };`,
  );
  const words = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--reporter=tap'];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder });
    return { failed: false, output: stdout };
  } catch (error) {
    return { failed: true, output: (error as { stdout: string }).stdout };
  }
}

test('fails a test that writes to the console, with what it wrote', async () => {
  const { failed, output } = await runTestFile("console.warn('left over', 42)");

  expect(output).toContain('console.warn: left over 42');
  expect(failed).toBe(true);
});

test('leaves a silent test alone', async () => {
  const { failed, output } = await runTestFile('expect(1).toBe(1)');

  expect(output).toContain('ok 1');
  expect(failed).toBe(false);
});
