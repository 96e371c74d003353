import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Decision, Incident, type Run, type RunOptions } from '@auto-ops/contracts';
import { createLocalEngine } from '@auto-ops/engine';
import { createLogger } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { templateFile } from './template.ts';

type Script = Readonly<Record<string, { exit?: number; [output: string]: unknown }>>;

const incident = Incident.parse({
  schemaVersion: 1,
  id: 'a',
  title: 'Something is wrong',
  severity: 'warning',
  createdAt: '2026-01-01T00:00:00.000Z',
  fingerprint: '0'.repeat(64),
  mode: 'live',
  alerts: [],
  window: { from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:10:00.000Z' },
});
const decision = { id: 'd', run: 'incident-a' } as Decision;

/** The words of a run that goes well. */
const well: Script = {
  route: { cluster: ['kubernetes', 'helm'], source: ['repository'] },
  'analyse/1': { next: 'fix' },
  'fix/1': { next: 'rehearse', edits: 'some' },
  'review/1': { next: 'propose' },
  propose: { next: 'approve', lock: 'shop' },
  decide: { next: 'apply' },
  apply: { next: 'report' },
  verify: { next: 'report' },
};

function writeAnswers(folder: string, script: Script): void {
  for (const [step, { exit, ...outputs }] of Object.entries(script)) {
    mkdirSync(join(folder, step, 'outputs'), { recursive: true });
    if (exit !== undefined) writeFileSync(join(folder, step, 'exit'), String(exit));
    for (const [name, value] of Object.entries(outputs)) {
      writeFileSync(join(folder, step, 'outputs', name), Array.isArray(value) ? JSON.stringify(value) : String(value));
    }
  }
}

/** Runs the template with steps that answer by a script, approving when it waits; returns the run and its folders that ran. */
async function play(script: Script, options: RunOptions = {}): Promise<{ run: Run; ran: string[] }> {
  const folder = temporaryFolder();
  const answers = join(folder, 'answers');
  writeAnswers(answers, script);
  const engine = createLocalEngine({
    folder: join(folder, 'data'),
    template: templateFile,
    programs: () => ({ command: '/bin/sh', args: [join(import.meta.dirname, 'answering-step.sh')] }),
    environment: () => ({ AUTO_OPS_ANSWERS: answers }),
    parallelism: 4,
    logger: createLogger({ name: 'engine', level: 'silent' }),
  });
  onTestFinished(() => engine.close());
  const name = await engine.start(incident, options);
  let decided = false;
  for (let tries = 0; tries < 2500; tries += 1) {
    const run = (await engine.runs())[0];
    if (run?.phase === 'Suspended' && !decided) {
      decided = true;
      await engine.decide(name, decision);
    }
    if (run?.phase === 'Succeeded' || run?.phase === 'Failed') {
      const pods = run.nodes.filter((node) => node.kind === 'Pod' && !['Skipped', 'Omitted'].includes(node.phase));
      return { run, ran: pods.map((node) => node.displayName) };
    }
    await wait(20);
  }
  throw new Error('the run does not end');
}

const half = [
  'route',
  'collect-cluster(0:kubernetes)',
  'collect-cluster(1:helm)',
  'collect-source(0:repository)',
  'analyse',
];
const firstAttempt = ['fix-1', 'rehearse-1', 'check-1', 'review-1'];
const observed = ['observe-cluster(0:kubernetes)', 'observe-cluster(1:helm)', 'observe-source'];

// Two cores may be shared with the other tests.
vi.setConfig({ testTimeout: 60_000 });

describe('the path of a run', () => {
  it('that goes well', async () => {
    const { run, ran } = await play(well);

    expect(run.phase).toBe('Succeeded');
    expect(ran).toEqual([
      ...half,
      ...firstAttempt,
      'propose(0)',
      'decide(0)',
      'apply(0)',
      ...observed,
      'verify',
      'report(0)',
    ]);
  });

  it('without a fault ends after the analysis', async () => {
    const { run, ran } = await play({ ...well, 'analyse/1': { next: 'report' } });

    expect(run.phase).toBe('Succeeded');
    expect(ran).toEqual([...half, 'report(0)']);
  });

  it('that only diagnoses', async () => {
    const { ran } = await play(well, { entrypoint: 'diagnose' });

    expect(ran).toEqual([...half, 'report(0)']);
  });

  it('that looks again, drafts a second plan without edits, which nothing can check, and is taken back', async () => {
    const { run, ran } = await play({
      ...well,
      'analyse/1': { next: 'collect', cluster: ['kubernetes'] },
      'analyse/2': { next: 'fix' },
      'review/1': { next: 'fix' },
      'fix/2': { next: 'rehearse', edits: 'none' },
      'review/2': { next: 'propose' },
      verify: { next: 'undo' },
    });

    const secondAttempt = ['fix-2', 'rehearse-2', 'review-2'];
    const second = ['collect-cluster-2(0:kubernetes)', 'analyse-2', ...firstAttempt, ...secondAttempt];
    expect(run.phase).toBe('Succeeded');
    expect(ran).toEqual([
      ...half,
      ...second,
      'propose(0)',
      'decide(0)',
      'apply(0)',
      ...observed,
      'verify',
      'undo(0)',
      'report(0)',
    ]);
  });

  it('that is never approved by the reviewer proposes nothing after five attempts', async () => {
    const attempts = Object.fromEntries(
      [1, 2, 3, 4, 5].flatMap((n) => [
        [`fix/${n}`, { next: 'rehearse' }],
        [`review/${n}`, { next: n === 5 ? 'report' : 'fix' }],
      ]),
    );
    const { run, ran } = await play({ ...well, ...attempts });

    expect(run.phase).toBe('Succeeded');
    expect(ran.filter((name) => name.startsWith('review'))).toHaveLength(5);
    expect(ran.slice(-2)).toEqual(['review-5', 'report(0)']);
  });

  it('that a person rejects changes nothing', async () => {
    const { run, ran } = await play({ ...well, decide: { next: 'report', verdict: 'rejected' } });

    expect(run.phase).toBe('Succeeded');
    expect(ran.slice(-2)).toEqual(['decide(0)', 'report(0)']);
  });

  it('whose specialist and check break down goes on', async () => {
    const { run, ran } = await play({ ...well, 'collect/1/helm': { exit: 1 }, 'check/1': { exit: 1 } });

    expect(run.phase).toBe('Succeeded');
    expect(ran).toContain('verify');
  });

  it('whose rehearsal breaks down proposes nothing and has failed', async () => {
    const { run, ran } = await play({ ...well, 'rehearse/1': { exit: 3 } });

    expect(run.phase).toBe('Failed');
    expect(ran.slice(-2)).toEqual(['check-1', 'report(0)']);
  });

  it('whose apply breaks down half-way takes back what it did', async () => {
    const { ran } = await play({ ...well, apply: { exit: 1 } });

    expect(ran.slice(-3)).toEqual(['apply(0)', 'undo(0)', 'report(0)']);
  });

  it('whose verification breaks down leaves the change to a person and has failed', async () => {
    const { run, ran } = await play({ ...well, verify: { exit: 1 } });

    expect(run.phase).toBe('Failed');
    expect(ran.slice(-2)).toEqual(['verify', 'report(0)']);
  });

  it('without a repository renders nothing', async () => {
    const { ran } = await play({ ...well, route: { cluster: ['kubernetes'] } });

    expect(ran).not.toContain('observe-source');
    expect(ran).toContain('observe-cluster(0:kubernetes)');
  });
});
