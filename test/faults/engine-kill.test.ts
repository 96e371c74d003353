import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { childrenOf } from './children-of.ts';
import { kills } from './kills.ts';
import { createRandom } from './random.ts';

// Every step that the counting steps' answers lead to.
const wanted = [
  'analyse/1',
  'analyse/2',
  'apply',
  'check/1',
  'check/2',
  'collect/1/helm',
  'collect/1/kubernetes',
  'collect/1/repository',
  'collect/2/kubernetes',
  'decide',
  'fix/1',
  'fix/2',
  'observe/helm',
  'observe/kubernetes',
  'observe/rendered',
  'propose',
  'rehearse/1',
  'rehearse/2',
  'report',
  'review/1',
  'review/2',
  'route',
  'undo',
  'verify',
];

interface Host {
  readonly child: ChildProcess;
  readonly exited: Promise<unknown>;
  output(): string;
  errors(): string;
}

function startHost(folder: string, id: string): Host {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'engine-host.ts'), folder, id]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return { child, exited, output: () => output, errors: () => errors };
}

/** The run as the host told of its end, waiting at most so long. */
async function ended(host: Host, milliseconds: number): Promise<Run | undefined> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    const line = host.output().trim().split('\n')[0];
    if (line) return JSON.parse(line) as Run;
    if (host.child.exitCode !== null) throw new Error(`the host has ended: ${host.errors()}`);
    await wait(10);
  }
  return undefined;
}

async function kill(host: Host): Promise<void> {
  host.child.kill('SIGKILL');
  await host.exited;
}

it(`ends every run and does nothing twice, killed ${kills.ofEngine} times (AUTO_OPS_TEST_SEED=${kills.seed})`, async () => {
  const random = createRandom(kills.seed);
  const folder = temporaryFolder();
  const runs: Run[] = [];
  let count = 0;
  let stepCount = 0;

  while (count < kills.ofEngine || runs.length === 0) {
    const host = startHost(folder, `k${runs.length}`);
    // At once, while it starts up, or anywhere in the run; the last host is left alone.
    const patience = count < kills.ofEngine ? random() * random() * 4000 : 60_000;
    const run = await ended(host, patience);
    const steps = host.child.pid === undefined ? [] : childrenOf(host.child.pid);
    const victim = steps[Math.floor(random() * steps.length)];
    if (run === undefined && victim !== undefined && random() < 0.3) {
      stepCount += 1;
      process.kill(victim, 'SIGKILL');
      await ended(host, random() * 500);
    }
    if (run === undefined) count += 1;
    else runs.push(run);
    await kill(host);
    expect(run !== undefined || count <= kills.ofEngine, host.errors()).toBe(true);
  }

  const effects = readFileSync(join(folder, 'world'), 'utf8').trim().split('\n');
  for (const [index, run] of runs.entries()) {
    const own = effects.filter((line) => line.startsWith(`incident-k${index} `)).map((line) => line.split(' ')[1]);
    expect(own.sort(), `effects of ${run.name}, steps killed: ${stepCount}`).toEqual(wanted);
    expect(run.phase, JSON.stringify(run.nodes.filter((node) => node.phase === 'Failed'))).toBe('Succeeded');
  }
  // A kill interrupts what runs, at most three steps; nothing that had ended is started again.
  const lines = readFileSync(join(folder, 'world.starts'), 'utf8').trim().split('\n');
  // The last kill may have met a run that nobody goes on with.
  const starts = lines.filter((line) => runs.some(({ name }) => line.startsWith(`${name} `)));
  expect(starts.length).toBeLessThanOrEqual(runs.length * wanted.length + count * 3 + stepCount);
}, 600_000);
