import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorTable, HealthReport, MaintenanceJob, MaintenanceRecord } from '@auto-ops/contracts';
import { variablesOf } from '@auto-ops/runtime';
import { type LoopbackAnswer, loopbackServer, type ReceivedRequest, temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { Config } from './config.ts';
import { jobs } from './jobs/registry.ts';

const main = join(import.meta.dirname, 'main.ts');

async function maintenance(words: readonly string[], environment: Record<string, string> = {}) {
  const run = promisify(execFile)(process.execPath, [main, ...words], { env: environment });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

async function gatewayFor(job: string, answer?: (request: ReceivedRequest) => LoopbackAnswer | undefined) {
  const gateway = await loopbackServer(
    (request) =>
      answer?.(request) ??
      (request.method === 'GET' ? { body: { schemaVersion: 1, run: 'run-1', job } } : { status: 204 }),
  );
  const environment = { AUTO_OPS_RUN: 'run-1', AUTO_OPS_RUN_API: gateway.url, AUTO_OPS_RUN_API_TOKEN: 'a-token' };
  return { gateway, environment, folder: temporaryFolder() };
}

test('a job writes its document, outputs and record, prints one line, and is done once', async () => {
  const { gateway, environment, folder } = await gatewayFor('heartbeat');
  const words = ['heartbeat', '--workspace', folder];

  const first = await maintenance(words, environment);
  const second = await maintenance(words, environment);

  expect(first).toMatchObject({ code: 0, stdout: '{"verdict":"ok"}\n' });
  expect(second).toMatchObject({ code: 0, stdout: '{"verdict":"ok"}\n' });
  expect(gateway.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1/maintenance/run-1',
    'PUT /v1/maintenance/run-1/health',
  ]);
  expect(gateway.requests[0]?.headers.authorization).toBe('Bearer a-token');
  const file = (name: string) => readFileSync(join(folder, 'heartbeat', name), 'utf8');
  expect(file('outputs/verdict')).toBe('ok');
  expect(HealthReport.parse(JSON.parse(file('health.json'))).checks).toEqual([]);
  expect(MaintenanceRecord.parse(JSON.parse(file('record.json')))).toMatchObject({
    job: 'heartbeat',
    outcome: 'done',
    outputs: { verdict: 'ok' },
    configuration: expect.arrayContaining(['AUTO_OPS_RUN_API_TOKEN']),
  });
  expect(file('record.json')).not.toContain('a-token');
});

test('a job that failed says why in its record, and starts afresh', async () => {
  let isUp = false;
  const { environment, folder } = await gatewayFor('heartbeat', ({ method }) =>
    isUp || method === 'GET' ? undefined : { status: 422, body: { detail: 'no' } },
  );
  const words = ['heartbeat', '--workspace', folder];

  const failed = await maintenance(words, environment);

  expect(failed).toMatchObject({ code: 3, stdout: '' });
  expect(failed.stderr).toContain('REQUEST_INVALID');
  const record = () =>
    MaintenanceRecord.parse(JSON.parse(readFileSync(join(folder, 'heartbeat', 'record.json'), 'utf8')));
  expect(record()).toMatchObject({ outcome: 'failed', error: { code: 'REQUEST_INVALID' } });
  writeFileSync(join(folder, 'heartbeat', 'left-over'), 'x');
  isUp = true;
  expect(await maintenance(words, environment)).toMatchObject({ code: 0 });
  expect(record()).toMatchObject({ outcome: 'done' });
  expect(existsSync(join(folder, 'heartbeat', 'left-over'))).toBe(false);
});

test.each<[string, string[], Record<string, string>, keyof typeof errorTable]>([
  ['wrong words', ['restart', '--workspace', '/tmp'], {}, 'USAGE_INVALID'],
  ['no run API', ['backup', '--workspace', '/tmp'], { AUTO_OPS_RUN: 'run-1' }, 'CONFIGURATION_INVALID'],
])('%s end with the exit code of their error', async (_, words, environment, code) => {
  const result = await maintenance(words, environment);

  expect(result).toMatchObject({ code: errorTable[code].exit, stdout: '' });
  expect(JSON.parse(result.stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({ code });
});

test('a run of another job is refused', async () => {
  const { environment, folder } = await gatewayFor('backup');

  const result = await maintenance(['reindex', '--workspace', folder], environment);

  expect(result).toMatchObject({ code: 3 });
  expect(result.stderr).toContain('RUN_STATE_INVALID');
});

test('every job of the contract is here and in the help, and every zone is a job', async () => {
  expect(jobs.map(({ name }) => name).toSorted()).toEqual(MaintenanceJob.options.toSorted());
  const zones = new Set(variablesOf(Config).flatMap((variable) => variable.zones ?? []));
  expect([...zones].toSorted()).toEqual(MaintenanceJob.options.toSorted());

  const { stdout, code } = await maintenance(['--help']);

  expect(code).toBe(0);
  for (const { name, summary } of jobs) expect(stdout).toContain(`  ${name}\n      ${summary}`);
  for (const { env } of variablesOf(Config)) expect(stdout).toContain(env);
});
