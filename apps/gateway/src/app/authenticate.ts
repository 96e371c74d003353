import { AutoOpsError } from '@auto-ops/contracts';
import type { FastifyRequest } from 'fastify';
import { hasRole } from '../control/has-role.ts';
import type { Identity, Role } from '../control/identity.ts';
import type { TokenDirectory } from '../control/token-directory.ts';
import { bearerOf } from './bearer-of.ts';

/** Who sends the request; throws AUTHENTICATION_FAILED, or PERMISSION_DENIED where no role of theirs includes the one asked for. */
export function authenticate(request: FastifyRequest, directory: TokenDirectory, role: Role): Identity {
  const identity = directory.identify(bearerOf(request));
  if (identity === undefined) throw new AutoOpsError('AUTHENTICATION_FAILED', 'the bearer token is not known');
  if (!hasRole(identity, role)) throw new AutoOpsError('PERMISSION_DENIED', `${identity.name} lacks the role ${role}`);
  return identity;
}
