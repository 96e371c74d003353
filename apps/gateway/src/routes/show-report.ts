import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError, Report } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { Route } from './route.ts';
import { visibleIncident } from './visible-incident.ts';

/** `GET /api/v1/incidents/:id/report` as JSON, and as Markdown where `Accept: text/markdown` asks for it. */
export const showReport: Route = (server, { config, store, directory, runFolder }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/incidents/:id/report',
    schema: {
      summary: 'The report of an incident',
      tags: ['incidents'],
      security: [{ bearer: [] }],
      params: z.strictObject({ id: z.string() }),
      produces: ['application/json', 'text/markdown'],
      response: { 200: z.union([Report, z.string()]) },
    },
    handler: async (request, reply) => {
      const person = authenticate(request, directory, 'viewer');
      const record = visibleIncident(store, person, request.params.id);
      const report = store.reports.get(record.run);
      if (report === undefined)
        throw new AutoOpsError('DOCUMENT_MISSING', `run ${record.run} has no report yet`, {
          hint: 'Wait for the run to end.',
        });
      if (request.headers.accept?.includes('text/markdown') !== true) return report;
      const candidates = [
        join(config.data, 'reports', `${record.run}.md`),
        join(runFolder(record.run), 'report', 'report.md'),
      ];
      const file = candidates.find((candidate) => existsSync(candidate));
      if (file === undefined) throw new AutoOpsError('DOCUMENT_MISSING', `run ${record.run} has no report in Markdown`);
      return reply
        .type('text/markdown; charset=utf-8')
        .serializer((text: unknown) => String(text))
        .send(readFileSync(file, 'utf8'));
    },
  });
};
