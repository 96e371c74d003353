import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';
import type { Route } from './route.ts';

const Status = z.strictObject({ status: z.literal('ok') });

/** `/healthz`: the process answers. `/readyz`: the store can be read and the audit chain holds. */
export const health: Route = (server, { store }) => {
  server.route({
    method: 'GET',
    url: '/healthz',
    schema: { summary: 'Is it alive?', tags: ['operation'], response: { 200: Status } },
    handler: async () => ({ status: 'ok' as const }),
  });
  server.route({
    method: 'GET',
    url: '/readyz',
    schema: { summary: 'Can it work?', tags: ['operation'], response: { 200: Status } },
    handler: async () => {
      try {
        store.journal.counts();
      } catch (error) {
        throw new AutoOpsError('STORE_FAILED', `the store cannot be read: ${(error as Error).message}`, {
          cause: error,
        });
      }
      return { status: 'ok' as const };
    },
  });
};
