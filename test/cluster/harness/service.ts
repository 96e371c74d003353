import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from './product.ts';

const token = () => randomBytes(24).toString('hex');

/** The part of an incident's view that the loop reads. */
export interface IncidentView {
  id: string;
  state: string;
  ending?: string;
  incident: { severity: string; alerts?: { name: string; labels: Record<string, string> }[] };
  firedAgainAt?: string;
  analysis?: { verdict: string; causes: { code: string }[] };
  proposal?: { planHash: string; approvals: number; plan: { actions: { type: string }[] } };
  report?: { ending: string; headline: string };
  nodes: { name: string; kind: string; phase: string; startedAt?: string; finishedAt?: string; message?: string }[];
}

/** A running `auto-ops serve` with a store of its own, on a free loopback port. */
export interface Service {
  sendAlert(alert: object): Promise<void>;
  incidents(): Promise<{ id: string; state: string }[]>;
  incident(id: string): Promise<IncidentView>;
  approve(id: string, planHash: string, person: 0 | 1): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the service with the accounts of collect, rehearse and apply; throws when it does not get ready in 30 s. */
export async function startService(product: Product, repository: string): Promise<Service> {
  const port = await freePort();
  const data = join(product.folder, 'data');
  mkdirSync(data, { recursive: true });
  const [hook, first, second] = [token(), token(), token()];
  // The command line speaks with the token in the data folder; it has to be one of those that the gateway knows.
  writeFileSync(join(data, 'token'), first, { mode: 0o600 });
  const log = createWriteStream(join(product.folder, 'serve.log'));
  const child = spawn(process.execPath, [product.command, 'serve'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: product.folder,
      AUTO_OPS_LISTEN: `127.0.0.1:${port}`,
      AUTO_OPS_DATA: data,
      AUTO_OPS_HOOK_TOKENS: hook,
      // One service heals more incidents here in ten minutes than the default lets it in a day.
      AUTO_OPS_POLICY_LIMITS: JSON.stringify({
        actionsPerDay: 200,
        actionsPerTargetAndHour: 20,
        failedVerifications: 100,
      }),
      AUTO_OPS_TOKENS: `first viewer,approver ${first}\nsecond viewer,approver ${second}`,
      AUTO_OPS_KUBECONFIG: await product.kubeconfigOf('collector-cluster'),
      AUTO_OPS_REHEARSE_KUBECONFIG: await product.kubeconfigOf('actuator-rehearse'),
      AUTO_OPS_APPLY_KUBECONFIG: await product.kubeconfigOf('actuator-apply'),
    },
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);

  const address = `http://127.0.0.1:${port}`;
  async function call(method: string, path: string, bearer: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(address + path, {
      method,
      headers: { authorization: `Bearer ${bearer}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 400)}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  const deadline = performance.now() + 30_000;
  while (!(await isReady(address))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await end(child);
      throw new Error(`auto-ops serve does not get ready; see ${product.folder}/serve.log`);
    }
    await sleep(200);
  }

  return {
    sendAlert: async (alert) => {
      await call('POST', '/hooks/alertmanager', hook, notification(alert as never));
    },
    incidents: async () =>
      ((await call('GET', '/api/v1/incidents?limit=500', first)) as { incidents: { id: string; state: string }[] })
        .incidents,
    incident: async (id) => (await call('GET', `/api/v1/incidents/${id}`, first)) as IncidentView,
    approve: async (id, planHash, person) => {
      const body = { verdict: 'approved', planHash, reason: 'test of the whole loop' };
      await call('POST', `/api/v1/incidents/${id}/decisions`, person === 0 ? first : second, body);
    },
    stop: () => end(child),
  };
}

/** What Alertmanager posts for one alert. */
function notification(alert: {
  name: string;
  status: string;
  startsAt: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
}): object {
  const { status, startsAt, labels, annotations = {} } = alert;
  const group = { alertname: alert.name, namespace: labels.namespace ?? '' };
  return {
    version: '4',
    groupKey: `{}:{alertname="${group.alertname}", namespace="${group.namespace}"}`,
    truncatedAlerts: 0,
    status,
    receiver: 'auto-ops',
    groupLabels: group,
    commonLabels: labels,
    commonAnnotations: annotations,
    externalURL: 'http://alertmanager.example:9093',
    alerts: [
      {
        status,
        labels,
        annotations,
        startsAt,
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'http://prometheus.example:9090/graph',
        fingerprint: Buffer.from(JSON.stringify(labels)).toString('hex').slice(-16),
      },
    ],
  };
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false; // it does not listen yet
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(10_000)]);
  if (child.exitCode === null) child.kill('SIGKILL');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
