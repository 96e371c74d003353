import { existsSync } from 'node:fs';
import { AutoOpsError, type RunNode } from '@auto-ops/contracts';
import { latestAnalysis, openWorkspace } from '@auto-ops/workspace';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import { nextOwnRetry } from '../control/next-own-retry.ts';
import { ownRetriesOf } from '../control/own-retries-of.ts';
import { IncidentView } from './incident-view.ts';
import type { NodeView } from './node-view.ts';
import type { Route } from './route.ts';
import { summaryOf } from './summary-of.ts';
import { visibleIncident } from './visible-incident.ts';

function nodeView(node: RunNode): NodeView {
  return {
    name: node.displayName,
    kind: node.kind,
    phase: node.phase,
    ...(node.startedAt === undefined ? {} : { startedAt: node.startedAt }),
    ...(node.finishedAt === undefined ? {} : { finishedAt: node.finishedAt }),
    ...(node.message === undefined ? {} : { message: node.message }),
    outputs: { ...node.outputs },
  };
}

function analysisIn(folder: string) {
  if (!existsSync(folder)) return undefined;
  try {
    return latestAnalysis(openWorkspace(folder));
  } catch (error) {
    // There is none yet, or it is being written.
    if (error instanceof AutoOpsError) return undefined;
    throw error;
  }
}

/** `GET /api/v1/incidents/:id`: everything known of it so far. */
export const showIncident: Route = (server, { config, store, engine, directory, runFolder }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/incidents/:id',
    schema: {
      summary: 'Show an incident',
      tags: ['incidents'],
      security: [{ bearer: [] }],
      params: z.strictObject({ id: z.string() }),
      response: { 200: IncidentView },
    },
    handler: async (request) => {
      const person = authenticate(request, directory, 'viewer');
      const record = visibleIncident(store, person, request.params.id);
      const run = await engine.run(record.run);
      const report = store.reports.get(record.run);
      const analysis = report?.analysis ?? store.analyses.get(record.run) ?? analysisIn(runFolder(record.run));
      const proposal = store.decisions.proposal(record.run);
      const decision = store.decisions.decision(record.run);
      const { hindrance } = record;
      const retryAt = nextOwnRetry(record, ownRetriesOf(config));
      return {
        ...summaryOf(record),
        incident: record.incident,
        nodes: (run?.nodes ?? []).map(nodeView),
        ...(analysis === undefined ? {} : { analysis }),
        ...(proposal === undefined ? {} : { proposal }),
        ...(decision === undefined
          ? {}
          : { decision: { verdict: decision.verdict, approvers: decision.approvers.map((approver) => approver.id) } }),
        ...(hindrance === undefined ? {} : { hindrance }),
        ...(retryAt === undefined ? {} : { retryAt }),
        ...(report === undefined ? {} : { report: { ending: report.ending, headline: report.headline } }),
      };
    },
  });
};
