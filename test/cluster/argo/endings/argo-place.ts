import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../cluster.ts';
import { type Gateway, openGateway } from '../gateway.ts';
import { gatewayAt } from '../gateway-client.ts';
import { restartGateway } from '../restart-gateway.ts';
import type { Ending } from './ending.ts';
import { people } from './people.ts';
import type { Place } from './place.ts';
import { withConfigMaps } from './with-config-maps.ts';

const store = '/var/lib/auto-ops';

/** The gateway in the cluster, with settings of the steps that are put back when the place is closed. */
export async function openArgoPlace(cluster: Cluster, settings: NonNullable<Ending['settings']>): Promise<Place> {
  const putBack = await withConfigMaps(cluster, settings);
  let gateway = await openGateway(cluster);
  let hasOtherPeople = false;

  async function setPeople(bob: 'approver' | 'viewer'): Promise<void> {
    const data = { AUTO_OPS_TOKENS: Buffer.from(people(bob)).toString('base64') };
    const path = '/api/v1/namespaces/auto-ops/secrets/auto-ops-gateway';
    await cluster.kubernetes.send('PATCH', path, { data }, 'application/merge-patch+json');
  }
  async function restart(): Promise<void> {
    gateway = await restartGateway(cluster);
  }
  /** Runs a program in the container of the gateway: what somebody could do who has got into it. */
  function inside(program: string, ...words: string[]): Promise<string> {
    return cluster.kubectl([
      '-n',
      'auto-ops',
      'exec',
      'deployment/auto-ops-gateway',
      '--',
      'node',
      '-e',
      program,
      ...words,
    ]);
  }
  const open = `const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync('${store}/store.sqlite', { timeout: 5000 });
    const [, run, document] = process.argv;`;

  return {
    name: 'Argo',
    get gateway(): Gateway {
      return gateway;
    },
    async approveAsBob(id, planHash) {
      const url = await cluster.forward('auto-ops', 'auto-ops-gateway', 80);
      const bob = gatewayAt({ url, person: 'token-of-bob-for-the-cluster-test', hook: '' });
      // What the next gateway reads; the one that takes the vote has read its own already.
      hasOtherPeople = true;
      await setPeople('viewer');
      await bob.decide(id, planHash, 'approved');
    },
    takeRoleFromBob: restart,
    async secrets(run) {
      const printed = await inside(
        `${open} const { document: proposal } = database.prepare('SELECT document FROM proposal WHERE run = ?').get(run);
        const key = require('node:fs').readFileSync('${store}/decision-key.pem', 'utf8');
        console.log(JSON.stringify({ proposal, key }));`,
        run,
      );
      return JSON.parse(printed) as { proposal: string; key: string };
    },
    async storeDecision(run, document) {
      const statement =
        document === undefined
          ? `database.prepare('DELETE FROM decision WHERE run = ?').run(run)`
          : `database.prepare('INSERT INTO decision (run, document) VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document').run(run, document)`;
      await inside(`${open} ${statement};`, run, ...(document === undefined ? [] : [document]));
    },
    async decideLog(run) {
      const selector = `workflows.argoproj.io/workflow=${run},auto-ops.dev/zone=decide`;
      return cluster.kubectl(['-n', 'auto-ops', 'logs', '-l', selector, '-c', 'main', '--tail=-1', '--prefix']);
    },
    async wake(run) {
      const url = await cluster.forward('argo', 'argo-server', 2746);
      const token = await cluster.kubernetes.token('argo-events', 'sensor-argo-server', 900);
      await resume(url, token, run);
      return true;
    },
    async close() {
      await putBack();
      if (!hasOtherPeople) return;
      await setPeople('approver');
      await restart();
    },
  };
}

/** By the Argo CLI where there is one, else as the CLI does it: by a request to the Argo Server. */
async function resume(url: string, token: string, run: string): Promise<void> {
  const program = join(process.env.AUTO_OPS_TEST_ARGO ?? '', 'argo');
  if (process.env.AUTO_OPS_TEST_ARGO === undefined || !existsSync(program)) {
    const answer = await fetch(`${url}/api/v1/workflows/auto-ops/${run}/resume`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ namespace: 'auto-ops', name: run }),
    });
    if (!answer.ok)
      throw new Error(`the Argo Server answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return;
  }
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const env = {
    PATH: process.env.PATH,
    ARGO_SERVER: new URL(url).host,
    ARGO_SECURE: 'false',
    ARGO_TOKEN: `Bearer ${token}`,
    KUBECONFIG: '/dev/null',
  };
  const child = spawn(program, ['resume', '-n', 'auto-ops', run], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text;
  });
  child.on('error', reject);
  child.on('close', (code) =>
    code === 0 ? resolve() : reject(new Error(`argo resume: ${complaint.trim().slice(0, 300)}`)),
  );
  return promise;
}
