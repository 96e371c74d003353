// npm test: installs, then runs every test; the last line is `N passed, N failed, N skipped`.
// Runs on Node 20 and newer, before anything is installed: plain JavaScript, built-ins only.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureInstalled, root } from './ensure-installed.mjs';
import { runChild } from './run-child.mjs';

const node = await ensureInstalled();
const folder = mkdtempSync(join(tmpdir(), 'auto-ops-test-'));
const report = join(folder, 'report.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const words = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
// Test files start `node` themselves: they must find the same one.
const environment = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}`, NO_COLOR: '1' };

const code = await runChild(node, [vitest, ...words], {
  cwd: root,
  env: environment,
  stdio: ['ignore', 'inherit', 'inherit'],
});
const { passed, failed, skipped } = count(readReport());
rmSync(folder, { recursive: true, force: true });

// An error outside of any test (a rejected promise, a worker that died) fails the run without failing a test.
const failures = failed === 0 && code !== 0 ? 1 : failed;
if (passed + failures === 0) process.stdout.write('No test ran.\n');
process.stdout.write(`${passed} passed, ${failures} failed, ${skipped} skipped\n`);
process.exitCode = failures > 0 ? code || 1 : passed === 0 ? 1 : 0;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}

function count(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const file of results.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') sum.passed += 1;
      else if (test.status === 'failed') sum.failed += 1;
      else sum.skipped += 1;
    }
    const hasFailedTest = file.assertionResults.some((test) => test.status === 'failed');
    // A file that cannot be loaded, or whose hook failed, has a status but no failed test.
    if (file.status === 'failed' && !hasFailedTest) sum.failed += 1;
  }
  return sum;
}
