import type { MaintenanceSubject } from '@auto-ops/contracts';
import { createRunApi, readConfiguration } from '@auto-ops/runtime';
import { type LoopbackAnswer, loopbackServer, type ReceivedRequest, temporaryFolder } from '@auto-ops/testing';
import { openWorkspace } from '@auto-ops/workspace';
import { Config } from '../config.ts';
import type { Job, JobCall } from '../job.ts';

type Line = { readonly level: string; readonly message: string; readonly [field: string]: unknown };

/** A job on a loopback gateway: its call, what was handed in (by the last part of the path) and what was logged. */
export async function maintenanceFor(
  job: Job,
  options: {
    readonly environment?: Record<string, string>;
    readonly subject?: MaintenanceSubject;
    readonly answer?: (request: ReceivedRequest) => LoopbackAnswer | undefined;
  } = {},
) {
  const run = `${job.name}-1`;
  const handed: { what: string; body: unknown }[] = [];
  const gateway = await loopbackServer((request) => {
    const own = options.answer?.(request);
    if (own !== undefined) return own;
    if (request.method === 'GET') return { body: { schemaVersion: 1, run, job: job.name, ...subjectOf(options.subject) } };
    handed.push({ what: request.path.replace(/^.*\//, ''), body: JSON.parse(request.body) });
    return { status: 204 };
  });
  const environment = { AUTO_OPS_RUN: run, AUTO_OPS_RUN_API: gateway.url, ...options.environment };
  const root = temporaryFolder();
  const logged: Line[] = [];
  const log =
    (level: string) =>
    (fields: object, message = '') => {
      logged.push({ level, message, ...fields });
    };
  const call: JobCall = {
    task: { schemaVersion: 1, run, job: job.name, ...subjectOf(options.subject) },
    api: createRunApi({ address: gateway.url, tries: 1 }),
    config: readConfiguration(Config, environment),
    workspace: openWorkspace(root),
    folder: job.name,
    logger: { info: log('info'), warn: log('warn'), error: log('error'), debug: log('debug') } as unknown as JobCall['logger'],
    signal: new AbortController().signal,
  };
  return { call, handed, logged, root, gateway, environment };
}

function subjectOf(subject: MaintenanceSubject | undefined) {
  return subject === undefined ? {} : { subject };
}
