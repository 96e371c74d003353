import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { AutoOpsError, type ErrorCode, errorTable } from '@auto-ops/contracts';

/** A gateway that runs as a child of this command. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  /** Resolves to its exit code. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** How a gateway is started. */
export interface GatewayStart {
  readonly program: string;
  readonly environment: Record<string, string>;
  readonly url: string;
  /** Where its log goes; to stderr where absent. */
  readonly logFile: string | undefined;
}

const patience = 30_000;

/** The error that the last line of a log tells of. */
function lastError(log: string): AutoOpsError {
  try {
    const entry = JSON.parse(log.trim().split('\n').at(-1) ?? '') as { code?: string; msg?: string; hint?: string };
    const code = entry.code !== undefined && entry.code in errorTable ? (entry.code as ErrorCode) : 'DEFECT';
    return new AutoOpsError(
      code,
      entry.msg ?? 'the gateway ended',
      entry.hint === undefined ? {} : { hint: entry.hint },
    );
  } catch {
    return new AutoOpsError('DEFECT', 'the gateway ended while it started', { hint: 'Its log tells why.' });
  }
}

/** Starts the gateway and waits until it can work. Throws the error it ended with, or GATEWAY_UNREACHABLE after 30 s. */
export async function startGatewayProcess(start: GatewayStart): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', start.program], {
    env: start.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const log =
    start.logFile === undefined ? process.stderr : createWriteStream(start.logFile, { flags: 'a', mode: 0o600 });
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    log.write(chunk);
    tail = `${tail}${chunk}`.slice(-8192);
  });
  const ended = new Promise<number>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 130))),
  );
  // Its own word counts, not an answer at the address: another program may have the port.
  const ready = new Promise<true>((resolve) => child.once('message', () => resolve(true)));
  const tooLate = wait(patience, false as const, { ref: false });
  const outcome = await Promise.race([ready, ended, tooLate]);
  if (typeof outcome === 'number') throw lastError(tail);
  if (outcome) {
    return {
      child,
      ended,
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  child.kill('SIGKILL');
  throw new AutoOpsError('GATEWAY_UNREACHABLE', `the gateway at ${start.url} was not ready after ${patience / 1000} s`);
}
