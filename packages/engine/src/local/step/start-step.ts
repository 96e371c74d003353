import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { openFolder } from './open-folder.ts';
import { processStart } from './process-start.ts';
import { signalGroup } from './signal-group.ts';
import type { StepCall } from './step-call.ts';

/** How a process ended; `reason` where the engine ended it. */
export interface StepEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly reason?: string | undefined;
  readonly failure?: Error;
}

/** A running step. */
export interface StepProcess {
  readonly process: { readonly id: number; readonly startedAt?: string };
  /** Asks the step to end, and ends it after five seconds. */
  end(reason: string): void;
}

/** The program that an image stands for. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

const grace = 5000;

/**
 * Starts a step as a process group of its own: the signal that ends the engine must not reach it, and what it started ends
 * with it. Its stdin is never written; it closes when the engine dies, and the step ends too. Throws STEP_BUNDLE_MISSING.
 */
export function startStep(
  call: StepCall,
  program: Program,
  environment: Readonly<Record<string, string>>,
  logFile: string,
  whenEnded: (end: StepEnd) => void,
): StepProcess {
  const missing = [program.command, ...program.args].find(
    (word) => /^\/.*\.[cm]?[jt]s$/.test(word) && !existsSync(word),
  );
  if (missing !== undefined) throw new AutoOpsError('STEP_BUNDLE_MISSING', `${call.app}: there is no ${missing}`);
  rmSync(call.temporary, { recursive: true, force: true });
  mkdirSync(call.temporary, { recursive: true });
  mkdirSync(dirname(logFile), { recursive: true });
  for (const folder of call.ownFolders) openFolder(folder);
  const log = openSync(logFile, 'a');
  let reason: string | undefined;
  let failure: Error | undefined;
  let timer: NodeJS.Timeout | undefined;
  const child = spawn(program.command, [...program.args, ...call.args], {
    cwd: call.temporary,
    env: { ...environment, ...call.variables, TMPDIR: call.temporary, AUTO_OPS_SUPERVISED: 'true' },
    stdio: ['pipe', log, log],
    detached: true,
  });
  closeSync(log);
  const end = (why: string): void => {
    if (reason !== undefined || child.pid === undefined) return;
    reason = why;
    signalGroup(child.pid, 'SIGTERM');
    clearTimeout(timer);
    timer = setTimeout(() => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL'), grace);
  };
  if (call.deadlineSeconds !== undefined) {
    const seconds = call.deadlineSeconds;
    timer = setTimeout(() => end(`not done within ${seconds} s`), seconds * 1000);
  }
  const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
    clearTimeout(timer);
    rmSync(call.temporary, { recursive: true, force: true, maxRetries: 2 });
    whenEnded({ code, signal, reason, ...(failure === undefined ? {} : { failure }) });
  };
  // A step that ends early closes the pipe; nothing is ever written to it.
  child.stdin?.on('error', () => undefined);
  child.once('exit', finish);
  child.once('error', (error) => {
    failure = error;
    if (child.pid === undefined) finish(null, null);
  });
  const id = child.pid ?? 0;
  const startedAt = processStart(id);
  return { process: { id, ...(startedAt === undefined ? {} : { startedAt }) }, end };
}
