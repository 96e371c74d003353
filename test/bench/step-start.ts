import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Prints how long each bundled app takes from its start to its first word, and how long a whole `route` takes. */
const root = join(import.meta.dirname, '..', '..');
const rounds = Number(process.argv[2] ?? 11);

function milliseconds(app: string, words: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist', `${app}.mjs`), ...words], {
    env: { AUTO_OPS_LOG_LEVEL: 'silent' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${app} ${words.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - started;
}

function print(name: string, values: number[]): void {
  values.sort((one, other) => one - other);
  const [minimum = 0, median = 0, maximum = 0] = [values[0], values[Math.floor(values.length / 2)], values.at(-1)];
  console.log(`${name.padEnd(24)} min ${minimum.toFixed(0)} median ${median.toFixed(0)} max ${maximum.toFixed(0)} ms`);
}

for (const app of ['analyst', 'collector', 'fixer', 'reviewer', 'actuator', 'maintenance']) {
  print(
    `${app} --help`,
    Array.from({ length: rounds }, () => milliseconds(app, ['--help'])),
  );
}

const incident = {
  schemaVersion: 1,
  id: 'bench',
  title: 'bench',
  severity: 'info',
  createdAt: '2026-01-01T12:00:00Z',
  fingerprint: '0'.repeat(64),
  mode: 'live',
  alerts: [],
  scope: { namespaces: ['shop'] },
  window: { from: '2026-01-01T11:00:00Z', to: '2026-01-01T12:00:00Z' },
};
const routes = Array.from({ length: rounds }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'auto-ops-bench-'));
  mkdirSync(join(folder, 'incident'));
  writeFileSync(join(folder, 'incident', 'incident.json'), JSON.stringify(incident));
  const taken = milliseconds('analyst', ['route', '--workspace', folder]);
  rmSync(folder, { recursive: true });
  return taken;
});
print('analyst route, whole', routes);
