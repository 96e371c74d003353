import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readConnection } from '../../harness/kubeconfig.ts';
import { createProduct } from '../../harness/product.ts';
import type { TestCluster } from '../../harness/test-cluster.ts';
import type { Cluster } from '../cluster.ts';
import { gatewayAt } from '../gateway-client.ts';
import { until } from '../until.ts';
import type { Ending } from './ending.ts';
import { people } from './people.ts';
import type { Place } from './place.ts';

const hook = 'token-of-the-hooks-for-the-cluster-test';
const tokenOf = (person: string) => `token-of-${person}-for-the-cluster-test`;

/** A gateway with the embedded engine, a process of this machine with the accounts of the cluster; one for each ending. */
export async function openLocalPlace(
  cluster: Cluster,
  found: TestCluster,
  repository: string,
  settings: NonNullable<Ending['settings']>,
): Promise<Place> {
  const product = createProduct(repository, cluster.kubernetes, readConnection(found.kubeconfig));
  const data = join(product.folder, 'data');
  mkdirSync(data);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    PATH: process.env.PATH,
    HOME: product.folder,
    AUTO_OPS_LISTEN: `127.0.0.1:${port}`,
    AUTO_OPS_DATA: data,
    AUTO_OPS_TEMPLATE: join(repository, 'argo', 'templates', 'incident.yaml'),
    AUTO_OPS_PROGRAMS: join(repository, 'dist'),
    AUTO_OPS_CLUSTER: 'test',
    AUTO_OPS_HOOK_TOKENS: hook,
    AUTO_OPS_OBSERVE_SECONDS: '60',
    AUTO_OPS_KUBECONFIG: await product.kubeconfigOf('collector-cluster'),
    AUTO_OPS_REHEARSE_KUBECONFIG: await product.kubeconfigOf('actuator-rehearse'),
    AUTO_OPS_APPLY_KUBECONFIG: await product.kubeconfigOf('actuator-apply'),
    ...Object.assign({}, ...Object.values(settings)),
  };
  const log = openSync(join(product.folder, 'gateway.log'), 'a');
  let child: ChildProcess | undefined;

  async function start(tokens: string): Promise<void> {
    const program = join(repository, 'dist', 'gateway.mjs');
    const env = { ...environment, AUTO_OPS_TOKENS: tokens };
    child = spawn(process.execPath, [program], { cwd: repository, env, stdio: ['ignore', log, log] });
    await until(`gateway (see ${product.folder}/gateway.log)`, 30, async () =>
      (await fetch(`${url}/readyz`)).ok ? true : undefined,
    );
  }
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
  function inStore<T>(work: (database: DatabaseSync) => T): T {
    const database = new DatabaseSync(join(data, 'store.sqlite'), { timeout: 5000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  await start(people('approver'));
  return {
    name: 'local engine',
    gateway: gatewayAt({ url, person: tokenOf('ann'), hook }),
    approveAsBob: (id, planHash) => gatewayAt({ url, person: tokenOf('bob'), hook }).decide(id, planHash, 'approved'),
    async takeRoleFromBob() {
      await end('SIGKILL');
      await start(people('viewer'));
    },
    secrets: async (run) => ({
      proposal: inStore(
        (database) =>
          (database.prepare('SELECT document FROM proposal WHERE run = ?').get(run) as { document: string }).document,
      ),
      key: readFileSync(join(data, 'decision-key.pem'), 'utf8'),
    }),
    storeDecision: async (run, document) =>
      inStore((database) => {
        if (document === undefined) database.prepare('DELETE FROM decision WHERE run = ?').run(run);
        else
          database
            .prepare(
              'INSERT INTO decision (run, document) VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
            )
            .run(run, document);
      }),
    async decideLog(run) {
      const folder = join(data, 'logs', run);
      const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('.decide')) : [];
      return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    },
    // Nobody but the gateway reaches the engine that is in it.
    wake: async () => false,
    close: () => end('SIGTERM'),
  };
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}
