import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StepRecord } from '@auto-ops/contracts';
import type { NodeState } from '../node-state.ts';
import { readOutputs } from './read-outputs.ts';
import type { StepEnd } from './start-step.ts';
import type { StepCall } from './step-call.ts';

const restartLimit = 5;
const restartWait = 50;

/**
 * What the end of its process makes of a step. One that somebody else killed did not fail by itself: it is started again,
 * at most five times, because a step is idempotent. `isOrphanPossible` is said of a step right after a restart of the
 * engine: its 75 may mean that its former self still holds the lock of the folder.
 */
export function judgeStep(
  node: NodeState,
  call: StepCall,
  end: StepEnd,
  now: Date,
  isOrphanPossible: boolean,
): NodeState {
  const { process: _, message: __, notBefore: ___, ...kept } = node;
  const wasKilled = end.signal !== null && end.reason === undefined;
  if (wasKilled && node.restarts < restartLimit) {
    const notBefore = now.getTime() + restartWait * 2 ** node.restarts;
    return {
      ...kept,
      phase: 'Pending',
      restarts: node.restarts + 1,
      notBefore,
      message: `killed by ${end.signal}, starts again`,
    };
  }
  if (isOrphanPossible && end.code === 75 && end.reason === undefined) {
    return { ...kept, phase: 'Pending', notBefore: now.getTime() + 500, message: 'waits for its former process' };
  }
  const finished = { ...kept, finishedAt: now.toISOString(), exitCode: end.code ?? -1 };
  if (end.failure !== undefined) return { ...finished, phase: 'Error', message: end.failure.message };
  const { outputs, problem } = readOutputs(call);
  if (end.code === 0 && end.reason === undefined) {
    return problem === undefined
      ? { ...finished, phase: 'Succeeded', outputs }
      : { ...finished, phase: 'Error', message: problem };
  }
  const reason =
    end.reason ?? (end.signal === null ? `exit code ${end.code}` : `killed by ${end.signal} again and again`);
  return { ...finished, phase: 'Failed', outputs, message: [reason, errorOf(call)].filter(Boolean).join(': ') };
}

/** The error that the step's own record names. */
function errorOf(call: StepCall): string | undefined {
  for (const folder of call.ownFolders) {
    try {
      const record = StepRecord.safeParse(JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')));
      if (record.data?.error !== undefined) return `${record.data.error.code}: ${record.data.error.message}`;
    } catch {
      // A step that broke down before it could write its record has none.
    }
  }
  return undefined;
}
