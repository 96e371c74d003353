import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** A service that a test started as a person would, with the secrets of its data folder. */
export interface Service {
  readonly url: string;
  readonly data: string;
  readonly token: string;
  readonly hookToken: string;
  readonly exit: Promise<number>;
  output(): string;
  stop(): void;
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts `auto-ops <words>` from the bundles; the process ends with the test. */
export function startCommand(words: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.mjs'), ...words], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const exit = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await exit;
  });
  return { child, exit, output: () => output };
}

/** Starts the service and waits until it is ready. */
export async function startService(
  environment: Record<string, string> = {},
  words: readonly string[] = [],
): Promise<Service> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const data = temporaryFolder();
  const { child, exit, output } = startCommand(['serve', '--listen', url.slice('http://'.length), ...words], {
    AUTO_OPS_DATA: data,
    ...environment,
  });
  for (let look = 0; look < 300 && child.exitCode === null; look += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok === true) {
      const secret = (name: string) => readFileSync(join(data, name), 'utf8').trim();
      return {
        url,
        data,
        token: secret('token'),
        hookToken: secret('hook-token'),
        exit,
        output,
        stop: () => child.kill('SIGTERM'),
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the service did not start: ${output()}`);
}
