import { timingSafeEqual } from 'node:crypto';
import { AutoOpsError, DeadLetter, DeadLetterOutcome, runApiPaths } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { z } from 'zod';
import { bearerOf } from '../app/bearer-of.ts';
import { repairLetter } from '../control/repair-letter.ts';
import type { Route } from '../routes/route.ts';

const digestOf = (text: string) => Buffer.from(nodeCryptography.sha256(text), 'hex');
const letterBytes = 16 * 1024;

/** `POST /v1/dead-letters`: an event that a Sensor gave up. A Sensor is no step of a run; it has a token of its own. */
export const takeDeadLetter: Route = (server, parts) => {
  const { config, store, logger } = parts;
  server.post(
    runApiPaths.deadLetters(),
    {
      bodyLimit: letterBytes,
      schema: { body: DeadLetter, response: { 200: z.strictObject({ outcome: DeadLetterOutcome }) } },
      onRequest: async (request) => {
        if (config.deadLetterToken === undefined)
          throw new AutoOpsError(
            'PERMISSION_DENIED',
            'no dead letters are taken: AUTO_OPS_DEAD_LETTER_TOKEN is not set',
          );
        if (!timingSafeEqual(digestOf(bearerOf(request)), digestOf(config.deadLetterToken)))
          throw new AutoOpsError('AUTHENTICATION_FAILED', 'the bearer token of the dead letters is wrong');
      },
    },
    async (request) => {
      const { sensor, kind, id } = request.body;
      const outcome = await repairLetter(parts, request.body);
      store.together(() => {
        store.deadLetters.count(kind, outcome);
        if (outcome !== 'duplicate')
          // Every Sensor has the same token, so its name is what it says of itself.
          store.audit.append({
            actor: 'sensor',
            kind: `dead-letter-${outcome}`,
            subject: `${kind}-${id}`,
            detail: { sensor },
          });
      });
      if (outcome !== 'duplicate') logger.warn({ sensor, kind, id, outcome }, 'a Sensor gave an event up');
      return { outcome };
    },
  );
};
