// Runs `--help` of every bundle from an empty folder with an empty environment: nothing may be missing from a bundle.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');
const empty = mkdtempSync(join(tmpdir(), 'auto-ops-smoke-'));
let failures = 0;

for (const bundle of readdirSync(dist).filter((name) => name.endsWith('.mjs'))) {
  const begun = performance.now();
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [join(dist, bundle), '--help'], {
    cwd: empty,
    env: {},
    encoding: 'utf8',
    timeout: 10_000,
  });
  const milliseconds = Math.round(performance.now() - begun);
  const isGood = status === 0 && stdout.trim() !== '' && stderr === '';
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${bundle} --help (${milliseconds} ms)`);
  if (isGood) continue;
  failures += 1;
  const reason = error?.message ?? (stdout.trim() === '' ? 'no help on stdout' : 'unexpected');
  console.log(`exit ${status ?? signal}, ${reason}\n${stdout}${stderr}`);
}

const left = readdirSync(empty);
if (left.length > 0) console.log(`--help left files behind: ${left.join(', ')}`);
rmSync(empty, { recursive: true, force: true });
process.exitCode = failures === 0 && left.length === 0 ? 0 : 1;
