import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import {
  AlertState,
  Analysis,
  ApproverState,
  AutoOpsError,
  Decision,
  PolicyState,
  Proposal,
  Report,
  runApiPaths,
} from '@auto-ops/contracts';
import { approvalsNeeded, planHash } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import { replaceFile } from '@auto-ops/workspace';
import { z } from 'zod';
import type { GatewayParts } from '../app/gateway-parts.ts';
import { approverState } from '../control/approver-state.ts';
import { decideByPolicy } from '../control/decide-by-policy.ts';
import type { Server } from '../routes/route.ts';
import type { IncidentRecord } from '../store/incident-record.ts';
import { auditReport } from './audit-report.ts';
import { auditWaking } from './audit-waking.ts';
import { cancellationOf } from './cancellation-of.ts';
import { Kept } from './kept.ts';
import { sendBackup } from './maintenance/send-backup.ts';
import { showTask } from './maintenance/show-task.ts';
import { takeHealth } from './maintenance/take-health.ts';
import { takeKnowledge } from './maintenance/take-knowledge.ts';
import { takeResults } from './maintenance/take-results.ts';
import { ownRun } from './own-run.ts';
import { policyState } from './policy-state.ts';
import { storedBundle } from './stored-bundle.ts';
import { takeDeadLetter } from './take-dead-letter.ts';
import { takeIntake } from './take-intake.ts';

const maintenanceRoutes = [showTask, takeHealth, takeKnowledge, takeResults, sendBackup, takeIntake, takeDeadLetter];
const params = z.strictObject({ run: z.string() });
const markdownLimit = 8 * 1024 * 1024;
/** The largest bundle, in bytes; everything else a step hands in is a document. */
const bundleBytes = 256 * 1024 * 1024;

/** Adds the routes of the run API. */
export function runApiRoutes(server: Server, parts: GatewayParts): void {
  const { store, controller, directory, key, now } = parts;

  function recordOf(request: {
    readonly raw: IncomingMessage;
    readonly params: { readonly run: string };
  }): IncidentRecord {
    ownRun.require(request.raw, request.params.run);
    const record = store.incidents.ofRun(request.params.run);
    if (record === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no run ${request.params.run}`);
    return record;
  }

  for (const route of maintenanceRoutes) route(server, parts);

  server.put(
    runApiPaths.analysis(':run'),
    { schema: { params, body: Analysis, response: { 200: Kept } } },
    async (request) => {
      store.analyses.put(recordOf(request).run, request.body);
      return { kept: true as const };
    },
  );

  server.put(
    runApiPaths.proposal(':run'),
    { schema: { params, body: Proposal, response: { 200: Kept } } },
    async (request) => {
      const record = recordOf(request);
      const proposal = request.body;
      if (proposal.run !== record.run || proposal.incident !== record.incident.id)
        throw new AutoOpsError('REQUEST_INVALID', '/run: is not the run of the caller');
      // People see the plan and sign the hash: the two must be one, and nobody can ask for fewer approvals than the class needs.
      if (planHash(proposal.plan, nodeCryptography) !== proposal.planHash)
        throw new AutoOpsError('REQUEST_INVALID', '/planHash: is not that of the plan');
      if (proposal.approvals < approvalsNeeded(proposal.class))
        throw new AutoOpsError(
          'REQUEST_INVALID',
          `/approvals: class ${proposal.class} needs more than ${proposal.approvals}`,
        );
      store.together(() => {
        if (store.decisions.proposal(record.run)?.planHash === proposal.planHash) return;
        if (store.decisions.decision(record.run) !== undefined)
          throw new AutoOpsError('RUN_STATE_INVALID', `run ${record.run} is decided already`);
        store.decisions.putProposal({ ...proposal, requester: record.incident.requester });
        store.audit.append({
          actor: 'actuator',
          kind: 'plan-proposed',
          subject: record.run,
          detail: { planHash: proposal.planHash, class: proposal.class },
        });
        if (proposal.approvals === 0)
          decideByPolicy(store, key, proposal, 'approved', `class ${proposal.class} needs no person`, now());
      });
      controller.kick();
      return { kept: true as const };
    },
  );

  server.get(runApiPaths.decision(':run'), { schema: { params, response: { 200: Decision } } }, async (request) => {
    const record = recordOf(request);
    const decision = store.decisions.decision(record.run);
    if (decision === undefined) {
      auditWaking(store, record.run);
      throw new AutoOpsError('DOCUMENT_MISSING', `run ${record.run} has no decision yet`);
    }
    return decision;
  });

  server.get(runApiPaths.alerts(':run'), { schema: { params, response: { 200: AlertState } } }, async (request) => {
    const { run, alerts } = recordOf(request);
    const cancellation = cancellationOf(store, run);
    return { alerts: [...alerts], ...(cancellation !== undefined && { cancellation }) };
  });

  server.put(
    runApiPaths.report(':run'),
    { schema: { params, body: Report, response: { 200: Kept } } },
    async (request) => {
      const record = recordOf(request);
      if (request.body.run !== record.run)
        throw new AutoOpsError('REQUEST_INVALID', '/run: is not the run of the caller');
      store.together(() => {
        auditReport(store, request.body);
        store.reports.put(request.body);
      });
      controller.kick();
      return { kept: true as const };
    },
  );

  server.addContentTypeParser('text/markdown', { parseAs: 'string', bodyLimit: markdownLimit }, (_, body, done) =>
    done(null, body),
  );
  server.put(runApiPaths.reportText(':run'), { schema: { params, response: { 200: Kept } } }, async (request) => {
    const record = recordOf(request);
    if (typeof request.body !== 'string')
      throw new AutoOpsError('REQUEST_UNSUPPORTED', 'a report for people is sent as text/markdown');
    replaceFile(join(parts.config.data, 'reports', `${record.run}.md`), request.body);
    return { kept: true as const };
  });

  server.put(
    runApiPaths.bundle(':run'),
    { bodyLimit: bundleBytes, schema: { params, response: { 200: Kept } } },
    async (request) => {
      const record = recordOf(request);
      if (!Buffer.isBuffer(request.body))
        throw new AutoOpsError('REQUEST_UNSUPPORTED', 'a bundle is sent as application/gzip');
      replaceFile(join(parts.config.data, 'bundles', `${record.run}.tar.gz`), request.body);
      return { kept: true as const };
    },
  );

  server.get(runApiPaths.bundle(':run'), { schema: { params } }, async (request, reply) => {
    const file = storedBundle(parts.config.data, recordOf(request));
    if (file === undefined) {
      throw new AutoOpsError('DOCUMENT_MISSING', `no run of incident ${request.params.run} has a bundle`);
    }
    return reply.type('application/gzip').send(createReadStream(file));
  });

  server.get(runApiPaths.policyState(), { schema: { response: { 200: PolicyState } } }, async () =>
    policyState(store, now()),
  );

  server.get(
    '/v1/approvers/:id',
    { schema: { params: z.strictObject({ id: z.string() }), response: { 200: ApproverState } } },
    async (request) => {
      const state = approverState(directory, request.params.id);
      if (state === undefined) throw new AutoOpsError('DOCUMENT_MISSING', `nobody is called ${request.params.id}`);
      return state;
    },
  );
}
