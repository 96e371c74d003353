import { spawn } from 'node:child_process';
import { sandboxArguments } from './sandbox-arguments.ts';

const outputBytes = 1024 * 1024;

/** How the command ended. */
export interface SandboxOutcome {
  readonly exit: number;
  /** What it wrote to both outputs, at most 1 MB. */
  readonly log: string;
  readonly milliseconds: number;
  /** Why it was ended from outside. */
  readonly reason?: string;
}

/** Runs a command in the sandbox, with limits of time and output; ended at once when the step is. */
export async function runSandboxed(task: {
  readonly sandbox: { readonly program: string };
  readonly worktree: string;
  readonly command: string;
  readonly searchPath: string;
  readonly seconds: number;
  readonly signal: AbortSignal;
}): Promise<SandboxOutcome> {
  const { sandbox, worktree, command, seconds } = task;
  const started = performance.now();
  const child = spawn(sandbox.program, sandboxArguments({ worktree, command, seconds, runtime: process.execPath }), {
    env: { PATH: task.searchPath },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  let size = 0;
  const keep = (chunk: Buffer) => {
    if (size < outputBytes) chunks.push(chunk.subarray(0, outputBytes - size));
    size += chunk.length;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let reason: string | undefined;
  const stop = (why: string) => {
    reason ??= why;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => stop(`It took longer than ${seconds} seconds.`), seconds * 1000);
  const abort = () => stop('The step was ended.');
  task.signal.addEventListener('abort', abort, { once: true });
  try {
    const exit = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 137));
    });
    const log = Buffer.concat(chunks).toString('utf8') + (size > outputBytes ? '\n(cut off)\n' : '');
    return { exit, log, milliseconds: performance.now() - started, ...(reason === undefined ? {} : { reason }) };
  } finally {
    clearTimeout(timer);
    task.signal.removeEventListener('abort', abort);
  }
}
