import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import { IncidentSummary } from './incident-summary.ts';
import { maySee } from './may-see.ts';
import type { Route } from './route.ts';
import { summaryOf } from './summary-of.ts';

const Query = z.strictObject({
  state: z.enum(['queued', 'investigating', 'waiting', 'applying', 'ended']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** `GET /api/v1/incidents`: newest first. */
export const listIncidents: Route = (server, { store, directory }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/incidents',
    schema: {
      summary: 'List incidents, newest first',
      tags: ['incidents'],
      security: [{ bearer: [] }],
      querystring: Query,
      response: { 200: z.strictObject({ incidents: z.array(IncidentSummary) }) },
    },
    handler: async (request) => {
      const person = authenticate(request, directory, 'viewer');
      const { state, limit } = request.query;
      return {
        incidents: store.incidents
          // Somebody with a namespace scope looks through the newest five hundred.
          .list(person.namespaces.length === 0 ? limit : 500, state)
          .filter((record) => maySee(person, record))
          .slice(0, limit)
          .map(summaryOf),
      };
    },
  });
};
