import { AutoOpsError } from '@auto-ops/contracts';
import type { FastifyRequest } from 'fastify';

/** The bearer token of a request; throws AUTHENTICATION_FAILED where there is none. */
export function bearerOf(request: FastifyRequest): string {
  const token = /^Bearer ([^\s]{1,4096})$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new AutoOpsError('AUTHENTICATION_FAILED', 'the request has no bearer token');
  return token;
}
