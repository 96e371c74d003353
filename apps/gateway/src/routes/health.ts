import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';
import type { Route } from './route.ts';

const Status = z.strictObject({ status: z.literal('ok') });

/** Longest pause between two looks of the controller, in seconds, that a busy machine may cause. */
const patience = 60;

/** `/healthz`: the process answers. `/readyz`: the store can be read, and runs go on. */
export const health: Route = (server, { store, controller, now }) => {
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
      const seconds = (Date.parse(now()) - Date.parse(controller.lastLook())) / 1000;
      if (seconds > patience)
        throw new AutoOpsError('ENGINE_STALLED', `runs were last looked after ${Math.round(seconds)} s ago`);
      return { status: 'ok' as const };
    },
  });
};
