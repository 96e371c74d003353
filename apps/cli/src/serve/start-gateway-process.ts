import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
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
function lastError(logFile: string | undefined): AutoOpsError {
  const lines = logFile === undefined ? [] : readFileSync(logFile, 'utf8').trim().split('\n');
  try {
    const entry = JSON.parse(lines.at(-1) ?? '') as { code?: string; msg?: string; hint?: string };
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
  const log = start.logFile === undefined ? ('inherit' as const) : openSync(start.logFile, 'a', 0o600);
  const child = spawn(process.execPath, ['--enable-source-maps', start.program], {
    env: start.environment,
    stdio: ['ignore', 'ignore', log],
  });
  if (typeof log === 'number') closeSync(log);
  const ended = new Promise<number>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130))),
  );
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw lastError(start.logFile);
    const answer = await fetch(new URL('/readyz', start.url)).catch(() => undefined);
    // Another program may have the port: what answers has to be our child, which is alive only if it could listen.
    if (answer?.ok === true && child.exitCode === null) {
      return {
        child,
        ended,
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      };
    }
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new AutoOpsError('GATEWAY_UNREACHABLE', `the gateway at ${start.url} was not ready after ${patience / 1000} s`);
}
