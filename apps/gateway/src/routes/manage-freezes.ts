import { AutoOpsError, Freeze } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { Route } from './route.ts';

const NewFreeze = Freeze.omit({ id: true }).meta({ id: 'Freeze' });
const Named = z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/) });

/** `/api/v1/freezes`: the switch that stops all changes, those of a namespace, or those of a class and above. */
export const manageFreezes: Route = (server, { store, directory }) => {
  const security = [{ bearer: [] }];
  server.route({
    method: 'GET',
    url: '/api/v1/freezes',
    schema: {
      summary: 'List freezes',
      tags: ['freezes'],
      security,
      response: { 200: z.strictObject({ freezes: z.array(Freeze) }) },
    },
    handler: async (request) => {
      authenticate(request, directory, 'viewer');
      return { freezes: store.freezes.list() };
    },
  });
  server.route({
    method: 'PUT',
    url: '/api/v1/freezes/:id',
    schema: {
      summary: 'Freeze changes',
      tags: ['freezes'],
      security,
      params: Named,
      body: NewFreeze,
      response: { 200: Freeze },
    },
    handler: async (request) => {
      const person = authenticate(request, directory, 'admin');
      const freeze = { id: request.params.id, ...request.body };
      store.together(() => {
        store.freezes.put(freeze);
        store.audit.append({
          actor: person.name,
          kind: 'freeze-set',
          subject: freeze.id,
          detail: { reason: freeze.reason },
        });
      });
      return freeze;
    },
  });
  server.route({
    method: 'DELETE',
    url: '/api/v1/freezes/:id',
    schema: { summary: 'Lift a freeze', tags: ['freezes'], security, params: Named, response: { 204: z.null() } },
    handler: async (request, reply) => {
      const person = authenticate(request, directory, 'admin');
      const isLifted = store.together(() => {
        store.audit.append({ actor: person.name, kind: 'freeze-lifted', subject: request.params.id, detail: {} });
        return store.freezes.lift(request.params.id);
      });
      if (!isLifted) throw new AutoOpsError('ROUTE_UNKNOWN', `there is no freeze ${request.params.id}`);
      return reply.code(204).send(null);
    },
  });
};
