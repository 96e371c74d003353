import { rename, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import {
  AlertState,
  Analysis,
  ApproverState,
  AutoOpsError,
  BackupRecord,
  GitHubIds,
  HealthReport,
  KnowledgeBatch,
  LogReview,
  MaintenanceTask,
  PolicyState,
  Proposal,
  Report,
  RiskReview,
  runApiPaths,
} from '@auto-ops/contracts';
import { z } from 'zod';
import { answerError } from './answer-error.ts';
import { exchange, type RunApiAnswer, type RunApiRequest } from './exchange.ts';
import type { RunApi } from './run-api.ts';
import { runApiAddress } from './run-api-address.ts';

/** How the run API is reached; the delays are for tests. */
export interface RunApiOptions {
  /** `unix:/path`, `https://…`, or `http://` on the loopback interface. */
  readonly address: string;
  /** Allows `http://` to any host: only where the network between is trusted. */
  readonly insecure?: boolean;
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly tries?: number;
  readonly firstDelayMilliseconds?: number;
  readonly timeoutMilliseconds?: number;
}

/** For what is large: a backup, the documents of a source. */
const slowMilliseconds = 300_000;

/** A client of the run API. Every call may be repeated: reads change nothing and each PUT is whole. Throws CONFIGURATION_INVALID. */
export function createRunApi(options: RunApiOptions): RunApi {
  const address = runApiAddress(options.address, options.insecure);
  const { tries = 5, firstDelayMilliseconds = 300, timeoutMilliseconds = 10_000 } = options;

  async function send(request: RunApiRequest): Promise<RunApiAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      options.signal?.throwIfAborted();
      const timeout = AbortSignal.timeout(request.timeoutMilliseconds ?? timeoutMilliseconds);
      const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
      const outcome = await exchange(address, options.token, request, signal).catch((cause: unknown) => {
        const reason = (cause as { code?: string }).code ?? (cause as Error).message;
        return new AutoOpsError('GATEWAY_UNREACHABLE', `${request.method} ${request.path}: no answer (${reason})`, {
          cause,
          hint: 'Check that the gateway (or the local engine) of this run is up and that AUTO_OPS_RUN_API names it.',
        });
      });
      if (!(outcome instanceof AutoOpsError) && !isPassing(outcome.status)) return outcome;
      if (attempt >= tries) throw outcome instanceof AutoOpsError ? outcome : answerError(request, outcome);
      const ceiling = Math.min(5_000, firstDelayMilliseconds * 2 ** (attempt - 1));
      await wait(Math.random() * ceiling, undefined, options.signal === undefined ? {} : { signal: options.signal });
    }
  }

  async function get(path: string, isOptional: boolean): Promise<unknown> {
    const request = { method: 'GET', path } as const;
    const answer = await send(request);
    if (isOptional && (answer.status === 404 || answer.status === 204)) return undefined;
    if (answer.status !== 200) throw answerError(request, answer);
    try {
      return JSON.parse(answer.text);
    } catch (cause) {
      throw new AutoOpsError('DOCUMENT_INVALID', `GET ${path}: the answer is not JSON`, { cause });
    }
  }

  async function getFile(path: string, file: string): Promise<void> {
    const partial = `${file}.partial`;
    const request = { method: 'GET', path, file: partial, timeoutMilliseconds: slowMilliseconds } as const;
    try {
      const answer = await send(request);
      if (answer.status !== 200) throw answerError(request, answer);
      await rename(partial, file);
    } finally {
      await rm(partial, { force: true });
    }
  }

  async function put(path: string, type: string, content: Buffer, over: Partial<RunApiRequest> = {}): Promise<void> {
    const request = { method: 'PUT', path, body: { type, content }, ...over } as const;
    const answer = await send(request);
    if (answer.status >= 300) throw answerError(request, answer);
  }

  const putJson = <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    value: z.infer<Schema>,
    over?: Partial<RunApiRequest>,
  ) => put(path, 'application/json', Buffer.from(JSON.stringify(schema.parse(value))), over);

  return {
    analysis: (run, analysis) => putJson(runApiPaths.analysis(run), Analysis, analysis),
    propose: (run, proposal) => putJson(runApiPaths.proposal(run), Proposal, proposal),
    decision: (run) => get(runApiPaths.decision(run), true),
    alerts: async (run) => parsed(AlertState, runApiPaths.alerts(run), await get(runApiPaths.alerts(run), false)),
    policyState: async () =>
      parsed(PolicyState, runApiPaths.policyState(), await get(runApiPaths.policyState(), false)),
    async approver(id) {
      const value = await get(runApiPaths.approver(id), true);
      return value === undefined ? undefined : parsed(ApproverState, runApiPaths.approver(id), value);
    },
    report: (run, report) => putJson(runApiPaths.report(run), Report, report),
    reportText: (run, markdown) => put(runApiPaths.reportText(run), 'text/markdown', Buffer.from(markdown)),
    bundle: (run, archive) => put(runApiPaths.bundle(run), 'application/gzip', archive),
    maintenanceTask: async (run) =>
      parsed(MaintenanceTask, runApiPaths.maintenance(run), await get(runApiPaths.maintenance(run), false)),
    handHealth: (run, report) => putJson(runApiPaths.health(run), HealthReport, report),
    handKnowledge: (run, batch) =>
      putJson(runApiPaths.knowledge(run), KnowledgeBatch, batch, { timeoutMilliseconds: slowMilliseconds }),
    handLogReview: (run, review) => putJson(runApiPaths.logReview(run), LogReview, review),
    handRiskReview: (run, review) => putJson(runApiPaths.riskReview(run), RiskReview, review),
    fetchBackup: (run, file) => getFile(runApiPaths.backup(run), file),
    handBackup: (run, record) => putJson(runApiPaths.backup(run), BackupRecord, record),
    handIntake: (run, ids) => putJson(runApiPaths.intake(run), GitHubIds, ids),
  };
}

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function parsed<Schema extends z.ZodType>(schema: Schema, path: string, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AutoOpsError('DOCUMENT_INVALID', `GET ${path}: ${z.prettifyError(result.error)}`, {
    hint: 'The gateway and the steps differ in version: use the same release of both.',
  });
}
