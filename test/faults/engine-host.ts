// Runs the local engine until the run named by the second argument has ended; made to be killed.
import { join } from 'node:path';
import { type Decision, Incident } from '@auto-ops/contracts';
import { createLocalEngine } from '@auto-ops/engine';
import { createLogger } from '@auto-ops/runtime';

const [, , folder = '', id = ''] = process.argv;
const engine = createLocalEngine({
  folder: join(folder, 'data'),
  template: join(import.meta.dirname, '..', '..', 'argo', 'templates', 'incident.yaml'),
  programs: () => ({ command: process.execPath, args: [join(import.meta.dirname, 'counting-step.mjs')] }),
  environment: (_, run) => ({ AUTO_OPS_WORLD: join(folder, 'world'), AUTO_OPS_RUN: run }),
  parallelism: 3,
  logger: createLogger({ name: 'host', level: 'error' }),
});

engine.watch((run) => {
  if (run.name !== `incident-${id}`) return;
  if (run.phase === 'Suspended') {
    // Not inside the call: the engine has told of a commit and is about to go on.
    setImmediate(() => engine.decide(run.name, { id: 'd', run: run.name } as Decision).catch(() => undefined));
  }
  if (run.phase === 'Succeeded' || run.phase === 'Failed') process.stdout.write(`${JSON.stringify(run)}\n`);
});
await engine.resumeAll();
await engine.start(
  Incident.parse({
    schemaVersion: 1,
    id,
    title: 'Something is wrong',
    severity: 'warning',
    createdAt: '2026-01-01T00:00:00.000Z',
    fingerprint: '0'.repeat(64),
    mode: 'live',
    alerts: [],
    window: { from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:10:00.000Z' },
  }),
);
// A run that was waiting or had ended when this process began changes no more by itself.
const run = (await engine.runs()).find((candidate) => candidate.name === `incident-${id}`);
if (run?.phase === 'Suspended') await engine.decide(run.name, { id: 'd', run: run.name } as Decision);
if (run?.phase === 'Succeeded' || run?.phase === 'Failed') process.stdout.write(`${JSON.stringify(run)}\n`);
