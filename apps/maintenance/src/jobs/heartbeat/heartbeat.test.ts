import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { HealthReport } from '@auto-ops/contracts';
import { loopbackServer } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { maintenanceFor } from '../../__fixtures__/maintenance-for.ts';
import { job } from './index.ts';
import { lookAt } from './look-at.ts';

const never = new AbortController().signal;

it('reports every endpoint in the order of the configuration, then tells the watcher', async () => {
  const shop = await loopbackServer(({ path }) => ({
    status: path.startsWith('/broken') ? 503 : 302,
    headers: { location: '/broken' },
  }));
  const watcher = await loopbackServer(() => ({}));
  const { port } = new URL(shop.url);
  const checks = [
    `shop http ${shop.url}/healthz?token=hidden shop`,
    `broken http ${shop.url}/broken`,
    `port tcp 127.0.0.1:${port}`,
    'closed tcp 127.0.0.1:1 shop',
    'name dns localhost',
    'no-name dns nowhere.invalid',
    `plain tls 127.0.0.1:${port}`,
  ];
  const { call, handed } = await maintenanceFor(job, {
    environment: { AUTO_OPS_CHECKS: checks.join('\n'), AUTO_OPS_HEARTBEAT_URL: `${watcher.url}/ping` },
    // Nobody is told before the gateway has taken the report.
    answer: ({ method }) => (method === 'PUT' && watcher.requests.length > 0 ? { status: 500 } : undefined),
  });

  const outputs = await job.run(call);

  expect(outputs).toEqual({ verdict: 'failing' });
  expect(watcher.requests.map(({ path }) => path)).toEqual(['/ping']);
  const report = HealthReport.parse(handed[0]?.body);
  expect(report.checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['shop', true],
    ['broken', false],
    ['port', true],
    ['closed', false],
    ['name', true],
    ['no-name', false],
    ['plain', false],
  ]);
  expect(report.checks[0]).toMatchObject({ target: `${shop.url}/healthz`, namespace: 'shop' });
  expect(report.checks[1]?.detail).toBe('status 503');
  expect(report.checks[3]?.detail).toMatch(/ECONNREFUSED/);
  expect(JSON.stringify(handed)).not.toContain('hidden');
});

it('says that it lives where nothing is configured, and not where the gateway does not take it', async () => {
  const watcher = await loopbackServer(() => ({}));
  const environment = { AUTO_OPS_HEARTBEAT_URL: watcher.url };
  const quiet = await maintenanceFor(job, { environment });
  expect(await job.run(quiet.call)).toEqual({ verdict: 'ok' });
  expect(watcher.requests).toHaveLength(1);
  const deaf = await maintenanceFor(job, { environment, answer: () => ({ status: 503 }) });

  await expect(job.run(deaf.call)).rejects.toMatchObject({ code: 'OVERLOADED' });

  expect(watcher.requests).toHaveLength(1);
});

it('goes on when the watcher does not answer, and never logs its address', async () => {
  const port = await closedPort();
  const { call, logged, handed } = await maintenanceFor(job, {
    environment: { AUTO_OPS_HEARTBEAT_URL: `http://127.0.0.1:${port}/secret-path` },
  });

  expect(await job.run(call)).toEqual({ verdict: 'ok' });
  expect(handed).toHaveLength(1);
  expect(logged).toEqual([expect.objectContaining({ level: 'warn', reason: 'ECONNREFUSED' })]);
  expect(JSON.stringify(logged)).not.toContain('secret-path');
});

it('gives up an endpoint that does not answer', async () => {
  const silent = createServer(() => {});
  const { promise, resolve } = Promise.withResolvers<void>();
  silent.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;

  for (const kind of ['http', 'tls'] as const) {
    const target = kind === 'http' ? `http://127.0.0.1:${port}/` : `127.0.0.1:${port}`;
    const check = await lookAt({ name: 'silent', kind, target }, never, { milliseconds: 200 });
    expect(check).toMatchObject({ ok: false, detail: 'no answer in 0.2 s' });
  }
});

async function closedPort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  await server[Symbol.asyncDispose]();
  return port;
}
