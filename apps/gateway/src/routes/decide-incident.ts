import { AutoOpsError, Digest } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import { cancelRun } from '../control/cancel-run.ts';
import { decide } from '../control/decide.ts';
import type { Route } from './route.ts';
import { visibleIncident } from './visible-incident.ts';

const Word = z
  .strictObject({
    verdict: z.enum(['approved', 'rejected', 'cancelled']),
    planHash: Digest.optional().meta({
      description:
        'The hash of the plan that was looked at; needed for all but cancelling a run that proposes nothing yet.',
    }),
    reason: z.string().trim().max(1000).optional(),
    channel: z.enum(['rest', 'cli']).default('rest'),
  })
  .meta({ id: 'Word' });

const Result = z.strictObject({
  incident: z.string(),
  run: z.string(),
  verdict: z.string(),
  isDecided: z.boolean(),
  votes: z.int(),
  needed: z.int(),
});

/** `POST /api/v1/incidents/:id/decisions`: approve, reject or cancel; binds to the plan's hash. */
export const decideIncident: Route = (server, parts) => {
  const { store, controller, directory, now } = parts;
  server.route({
    method: 'POST',
    url: '/api/v1/incidents/:id/decisions',
    schema: {
      summary: 'Decide on the plan of an incident',
      tags: ['decisions'],
      security: [{ bearer: [] }],
      params: z.strictObject({ id: z.string() }),
      body: Word,
      response: { 200: Result },
    },
    handler: async (request) => {
      const person = authenticate(request, directory, 'approver');
      const record = visibleIncident(store, person, request.params.id);
      const { verdict, planHash, reason, channel } = request.body;
      const base = { incident: record.incident.id, run: record.run, verdict };
      if (verdict === 'cancelled' && store.decisions.proposal(record.run) === undefined) {
        await cancelRun(parts, record, person.name, reason);
        return { ...base, isDecided: true, votes: 1, needed: 1 };
      }
      if (planHash === undefined)
        throw new AutoOpsError('REQUEST_INVALID', '/planHash: is needed', {
          hint: 'Send the planHash of the proposal you looked at.',
        });
      const result = decide(parts, record.run, { verdict, planHash, reason, channel }, person, now());
      controller.kick();
      return { ...base, isDecided: result.decision !== undefined, votes: result.votes, needed: result.needed };
    },
  });
};
