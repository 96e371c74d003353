import { timingSafeEqual } from 'node:crypto';
import { connectors } from '@auto-ops/connectors';
import { AutoOpsError } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { z } from 'zod';
import { bearerOf } from '../app/bearer-of.ts';
import type { Route } from './route.ts';

const digestOf = (text: string) => Buffer.from(nodeCryptography.sha256(text), 'hex');

const Accepted = z.strictObject({ delivery: z.string(), result: z.enum(['new', 'repeat']) }).meta({ id: 'Accepted' });

/**
 * `POST /hooks/<connector>`: size, then credentials, then shape, then the journal on disk, and only then the answer 202.
 * What it means is found out afterwards.
 */
export const receiveHook: Route = (server, { config, store, controller, now }) => {
  const tokens = config.hookTokens.split(',').map((token) => digestOf(token.trim()));

  for (const connector of connectors) {
    server.route({
      method: 'POST',
      url: `/hooks/${connector.hook}`,
      schema: {
        summary: `Alerts from ${connector.title}`,
        tags: ['hooks'],
        security: [{ hook: [] }],
        body: connector.Body,
        response: { 202: Accepted },
      },
      onRequest: async (request) => {
        const given = digestOf(bearerOf(request));
        // Every token is compared, so the time tells nothing.
        const matches = tokens.filter((token) => timingSafeEqual(token, given));
        if (matches.length === 0)
          throw new AutoOpsError('AUTHENTICATION_FAILED', `the bearer token of the hook ${connector.hook} is wrong`);
      },
      handler: async (request, reply) => {
        const body = JSON.stringify(request.body);
        const delivery = nodeCryptography.sha256(`${connector.name}\n${body}`);
        const result = await store.journal.accept({ id: delivery, connector: connector.name, receivedAt: now(), body });
        controller.kick();
        return reply.code(202).send({ delivery, result });
      },
    });
  }
};
