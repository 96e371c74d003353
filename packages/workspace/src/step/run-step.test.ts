import { AutoOpsError, type Incident, StepRecord } from '@auto-ops/contracts';
import { createLogger } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { openWorkspace } from '../open-workspace.ts';
import { runStep } from './run-step.ts';
import { stepArguments } from './step-arguments.ts';
import { holdStepLock } from './step-lock.ts';
import type { StepProgram } from './step-program.ts';

const incident: Incident = {
  schemaVersion: 1,
  id: 'abc',
  title: 'Test',
  severity: 'warning',
  createdAt: '2026-11-21T10:00:00Z',
  fingerprint: 'a'.repeat(64),
  mode: 'live',
  alerts: [],
  window: { from: '2026-11-21T09:00:00Z', to: '2026-11-21T10:00:00Z' },
};

function prepare(program: StepProgram<object>) {
  const root = temporaryFolder();
  const workspace = openWorkspace(root);
  workspace.writeText('incident/incident.json', JSON.stringify(incident));
  const parsed = stepArguments(['fix', '--workspace', root, '--attempt', '1'], ['fix']);
  const start = () =>
    runStep({
      arguments: parsed,
      workspace,
      program,
      config: {},
      configured: ['AUTO_OPS_X'],
      version: '0.1.0',
      logger: createLogger({ name: 'test', level: 'silent' }),
      signal: new AbortController().signal,
    });
  return { workspace, start };
}

it('runs once, writes outputs and record, and answers from them the next time', async () => {
  let starts = 0;
  const { workspace, start } = prepare({
    run: async (call) => {
      starts += 1;
      call.workspace.writeText(`${call.folder}/plan.json`, '{}');
      return { verdict: 'drafted', next: 'rehearse' };
    },
  });

  const first = await start();
  const second = await start();

  expect(first).toEqual({ verdict: 'drafted', next: 'rehearse' });
  expect(second).toEqual(first);
  expect(starts).toBe(1);
  expect(workspace.readText('fix/1/outputs/next')).toBe('rehearse');
  expect(workspace.read(StepRecord, 'fix/1/record.json')).toMatchObject({
    step: 'fix',
    outcome: 'done',
    configuration: ['AUTO_OPS_X'],
  });
});

it('clears what an unfinished start left, and keeps the folder of a resumable step', async () => {
  const seen: string[][] = [];
  for (const resumable of [false, true]) {
    const { workspace, start } = prepare({
      resumable,
      run: async (call) => {
        seen.push(call.workspace.list(call.folder).filter((name) => !name.startsWith('.lock')));
        return { verdict: 'drafted' };
      },
    });
    workspace.writeText('fix/1/half', 'x');
    await start();
  }

  expect(seen).toEqual([[], ['half']]);
});

it('writes the record of a failure and can be started again', async () => {
  let starts = 0;
  const { workspace, start } = prepare({
    run: async (call) => {
      starts += 1;
      if (starts === 1) throw new AutoOpsError('DOCUMENT_MISSING', 'analyse/1/analysis.json does not exist');
      call.workspace.writeText(`${call.folder}/plan.json`, '{}');
      return { verdict: 'none' };
    },
  });

  await expect(start()).rejects.toMatchObject({ code: 'DOCUMENT_MISSING', exit: 3 });
  expect(workspace.read(StepRecord, 'fix/1/record.json')).toMatchObject({
    outcome: 'failed',
    error: { code: 'DOCUMENT_MISSING' },
  });
  await expect(start()).resolves.toEqual({ verdict: 'none' });
});

it('refuses to run beside another instance', async () => {
  const { workspace, start } = prepare({ run: async () => ({ verdict: 'drafted' }) });
  workspace.writeText('fix/1/.keep', '');
  const other = holdStepLock(workspace.path('fix/1/.lock'));

  await expect(start()).rejects.toMatchObject({ code: 'STEP_RUNNING', exit: 75 });
  other.close();
});

it('refuses an output that the step does not declare', async () => {
  const { start } = prepare({ run: async () => ({ lock: 'abc' }) });

  await expect(start()).rejects.toMatchObject({ code: 'DEFECT' });
});

it('explains wrong arguments', () => {
  expect(() => stepArguments(['fix', '--workspace', '/x'], ['fix'])).toThrowError(/fix needs --attempt/);
  expect(() => stepArguments(['fix', '--workspace', '/x', '--attempt', '9'], ['fix'])).toThrowError(/--attempt/);
  expect(() => stepArguments(['dance'], ['fix'])).toThrowError(
    expect.objectContaining({ code: 'USAGE_INVALID', exit: 2 }),
  );
});
