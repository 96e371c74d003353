import { timingSafeEqual } from 'node:crypto';
import { AutoOpsError } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { z } from 'zod';
import type { Identity } from './identity.ts';

const Roles = z.array(z.enum(['viewer', 'reporter', 'approver', 'admin'])).min(1);
const Name = z.string().regex(/^[A-Za-z0-9][\w.@-]{0,99}$/);

/** The people and programs that may use the REST API. */
export interface TokenDirectory {
  /** In constant time over all tokens; undefined where none fits. */
  identify(token: string): Identity | undefined;
  named(name: string): Identity | undefined;
}

function parsedLine(line: string, number: number): { identity: Identity; digest: Buffer } {
  const [name, roles, token, namespaces, ...rest] = line.split(/\s+/);
  const parsedName = Name.safeParse(name);
  const parsedRoles = Roles.safeParse(roles?.split(','));
  if (!parsedName.success || !parsedRoles.success || token === undefined || token.length < 16 || rest.length > 0) {
    throw new AutoOpsError(
      'CONFIGURATION_INVALID',
      `AUTO_OPS_TOKENS: line ${number} is not \`name roles token [namespaces]\``,
      {
        hint: 'Example: `alice approver,reporter <at least 16 characters> shop,billing`; roles are viewer, reporter, approver, admin.',
      },
    );
  }
  return {
    identity: { name: parsedName.data, roles: parsedRoles.data, namespaces: namespaces?.split(',') ?? [] },
    digest: digestOf(token),
  };
}

// Digests have one length, so comparing them tells nothing about the token's.
function digestOf(token: string): Buffer {
  return Buffer.from(nodeCryptography.sha256(token), 'hex');
}

/** Reads the token list of the configuration. */
export function createTokenDirectory(text: string): TokenDirectory {
  const entries = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => parsedLine(line, index + 1));
  for (const [index, { identity, digest }] of entries.entries()) {
    const isTaken = entries
      .slice(0, index)
      .some((other) => other.identity.name === identity.name || other.digest.equals(digest));
    if (isTaken || identity.name === 'policy')
      throw new AutoOpsError(
        'CONFIGURATION_INVALID',
        `AUTO_OPS_TOKENS: line ${index + 1} has a name or token that is taken`,
        {
          hint: 'Give each person one line with a name and a token of their own; the name policy is reserved.',
        },
      );
  }
  return {
    identify(token) {
      const digest = digestOf(token);
      let found: Identity | undefined;
      for (const entry of entries) if (timingSafeEqual(entry.digest, digest)) found = entry.identity;
      return found;
    },
    named: (name) => entries.find((entry) => entry.identity.name === name)?.identity,
  };
}
