import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'apps', 'cli', 'sample');
const hookToken = 'a-token-for-the-hooks';
const token = 'a-token-for-the-tester';

/** A gateway over one data folder that can be killed and started again. */
export interface Service {
  readonly process: ChildProcess | undefined;
  start(): void;
  kill(): Promise<void>;
  /** Sends the sample's alert; false when nobody answered. */
  alert(notification: unknown): Promise<boolean>;
  /** Reads from the REST API; nothing while the service is down or starting. */
  get<Answer>(path: string): Promise<Answer | undefined>;
  post(path: string, body: unknown): Promise<boolean>;
}

/** A port that nobody uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Prepares the service of a data folder; nothing runs yet. Its log is `service.log` in that folder. */
export async function createService(data: string): Promise<Service> {
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function ask(path: string, body?: unknown, bearer = token): Promise<Response | undefined> {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const request = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    try {
      return await fetch(`http://127.0.0.1:${port}${path}`, { ...request, signal: AbortSignal.timeout(5000) });
    } catch {
      return undefined;
    }
  }

  return {
    get process() {
      return child;
    },
    start() {
      child = spawn(process.execPath, [join(root, 'dist', 'gateway.mjs')], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          PATH: process.env.PATH ?? '',
          AUTO_OPS_DATA: data,
          AUTO_OPS_LISTEN: `127.0.0.1:${port}`,
          AUTO_OPS_TOKENS: `tester admin,approver ${token}`,
          AUTO_OPS_HOOK_TOKENS: hookToken,
          AUTO_OPS_BUNDLES: join(sample, 'bundles'),
          AUTO_OPS_TEMPLATE: join(root, 'argo', 'templates', 'incident.yaml'),
          AUTO_OPS_PROGRAMS: join(root, 'dist'),
        },
      });
      child.stderr?.on('data', (chunk) => appendFileSync(join(data, 'service.log'), chunk));
    },
    async kill() {
      const running = child;
      if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
      const exited = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGKILL');
      await exited;
    },
    alert: async (notification) => (await ask('/hooks/alertmanager', notification, hookToken))?.ok === true,
    async get<Answer>(path: string) {
      const answer = await ask(path);
      return answer?.ok === true ? ((await answer.json()) as Answer) : undefined;
    },
    post: async (path, body) => (await ask(path, body))?.ok === true,
  };
}
