import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { Route } from './route.ts';
import { visibleIncident } from './visible-incident.ts';

/** `POST /api/v1/incidents/:id/retry`: another run of an ended incident, from the present state. */
export const retryIncident: Route = (server, { store, controller, directory }) => {
  server.route({
    method: 'POST',
    url: '/api/v1/incidents/:id/retry',
    schema: {
      summary: 'Run an ended incident again',
      tags: ['incidents'],
      security: [{ bearer: [] }],
      params: z.strictObject({ id: z.string() }),
      response: { 202: z.strictObject({ incident: z.string(), run: z.string() }) },
    },
    handler: async (request, reply) => {
      const person = authenticate(request, directory, 'reporter');
      const record = visibleIncident(store, person, request.params.id);
      const run = store.together(() => {
        store.audit.append({ actor: person.name, kind: 'incident-retried', subject: record.incident.id, detail: {} });
        return store.incidents.retry(record.incident.id);
      });
      controller.kick();
      return reply.code(202).send({ incident: record.incident.id, run });
    },
  });
};
