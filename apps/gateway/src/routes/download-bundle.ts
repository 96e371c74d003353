import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { Route } from './route.ts';
import { visibleIncident } from './visible-incident.ts';

/** `GET /api/v1/incidents/:id/bundle`: the evidence of the run, to replay elsewhere; it holds the repository too, so viewing is not enough. */
export const downloadBundle: Route = (server, { config, store, directory, runFolder }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/incidents/:id/bundle',
    schema: {
      summary: 'The evidence bundle of an incident',
      tags: ['incidents'],
      security: [{ bearer: [] }],
      params: z.strictObject({ id: z.string() }),
    },
    handler: async (request, reply) => {
      const person = authenticate(request, directory, 'approver');
      const record = visibleIncident(store, person, request.params.id);
      const candidates = [
        join(config.data, 'bundles', `${record.run}.tar.gz`),
        join(runFolder(record.run), 'report', 'bundle.tar.gz'),
      ];
      const file = candidates.find((candidate) => existsSync(candidate));
      if (file === undefined)
        throw new AutoOpsError('DOCUMENT_MISSING', `run ${record.run} has no bundle`, {
          hint: 'Wait for the run to end; bundles are kept for 30 days.',
        });
      return reply
        .type('application/gzip')
        .header('content-disposition', `attachment; filename="${record.run}.tar.gz"`)
        .send(createReadStream(file));
    },
  });
};
