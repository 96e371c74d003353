import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Connector, connectors } from '@auto-ops/connectors';
import { AutoOpsError } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bearerOf } from '../app/bearer-of.ts';
import type { GatewayParts } from '../app/gateway-parts.ts';
import { verifySignature } from '../github/verify-signature.ts';
import type { Route } from './route.ts';

const digestOf = (text: string) => Buffer.from(nodeCryptography.sha256(text), 'hex');

const Accepted = z.strictObject({ delivery: z.string(), result: z.enum(['new', 'repeat']) }).meta({ id: 'Accepted' });

/** A text that is not UTF-8 would not be the one that was signed once it is written down. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch (cause) {
    throw new AutoOpsError('REQUEST_INVALID', 'the body is not UTF-8', { cause });
  }
}

const signatureOf = (request: FastifyRequest) => request.headers['x-hub-signature-256']?.toString();

/** What proves who sent a delivery: `early` before the body is read, `late` over its text. Both throw AUTHENTICATION_FAILED. */
interface Proof {
  early(request: FastifyRequest): void;
  late(request: FastifyRequest, text: string): void;
}

function bearerProof(hook: string, tokens: readonly Buffer[]): Proof {
  return {
    early(request) {
      const given = digestOf(bearerOf(request));
      // Every token is compared, so the time tells nothing.
      if (tokens.filter((token) => timingSafeEqual(token, given)).length === 0)
        throw new AutoOpsError('AUTHENTICATION_FAILED', `the bearer token of the hook ${hook} is wrong`);
    },
    late: () => undefined,
  };
}

function signatureProof(hook: string, secrets: readonly string[]): Proof {
  const hint = 'Give the webhook the secret of AUTO_OPS_GITHUB_WEBHOOK_SECRETS.';
  return {
    early(request) {
      if (signatureOf(request) === undefined)
        throw new AutoOpsError('AUTHENTICATION_FAILED', `a delivery for ${hook} carries X-Hub-Signature-256`, { hint });
    },
    late(request, text) {
      if (!verifySignature(secrets, text, signatureOf(request)))
        throw new AutoOpsError('AUTHENTICATION_FAILED', `the signature of the hook ${hook} is wrong`, { hint });
    },
  };
}

/** How a connector's deliveries prove who sent them; undefined where nothing is configured that could. */
function proofOf({ authentication, hook }: Connector, { config, github }: GatewayParts): Proof | undefined {
  if (authentication === 'bearer')
    return bearerProof(
      hook,
      config.hookTokens.split(',').map((token) => digestOf(token.trim())),
    );
  return github.secrets.length === 0 ? undefined : signatureProof(hook, github.secrets);
}

/**
 * `POST /hooks/<connector>`: size, then credentials, then shape, then the journal on disk, and only then the answer 202.
 * What it means is found out afterwards. The journal has the body as it came, so that a signature can be verified again.
 */
export const receiveHook: Route = (server, parts) => {
  const { store, controller, now } = parts;
  const texts = new WeakMap<IncomingMessage, string>();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));

  for (const connector of connectors) {
    const proof = proofOf(connector, parts);
    if (proof === undefined) continue;
    server.route({
      method: 'POST',
      url: `/hooks/${connector.hook}`,
      schema: {
        summary: `Deliveries from ${connector.title}`,
        tags: ['hooks'],
        security: [connector.authentication === 'bearer' ? { hook: [] } : { signature: [] }],
        body: connector.Body,
        response: { 202: Accepted },
      },
      onRequest: async (request) => proof.early(request),
      preValidation: (request, _, done) => {
        const body: unknown = request.body;
        const text = Buffer.isBuffer(body) ? textOf(body) : '';
        proof.late(request, text);
        texts.set(request.raw, text);
        parse(request, text, (error, value) => {
          request.body = value as typeof request.body;
          done(error ?? undefined);
        });
      },
      handler: async (request, reply) => {
        const body = texts.get(request.raw) ?? '';
        const { id, event } = connector.delivery(request.headers, body, nodeCryptography);
        const signed = connector.authentication === 'github-signature';
        const result = await store.journal.accept({
          id,
          connector: connector.name,
          receivedAt: now(),
          body,
          event,
          // Only the body is signed: with another delivery id it is still the same body.
          ...(signed && { signature: signatureOf(request), digest: nodeCryptography.sha256(`github\n${body}`) }),
        });
        controller.kick();
        return reply.code(202).send({ delivery: id, result });
      },
    });
  }
};
