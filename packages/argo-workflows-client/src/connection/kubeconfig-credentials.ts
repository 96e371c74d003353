import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Credentials } from './credentials.ts';

const Named = <Value extends z.ZodType>(key: string, value: Value) =>
  z.array(z.looseObject({ name: z.string(), [key]: value })).default([]);
const Fields = z.record(z.string(), z.unknown());
const Kubeconfig = z.looseObject({
  'current-context': z.string().optional(),
  contexts: Named('context', z.looseObject({ cluster: z.string(), user: z.string() })),
  clusters: Named('cluster', Fields),
  users: Named('user', Fields),
});

/** Reads a context of a kubeconfig: certificates and tokens, no programs to run. Throws KUBECONFIG_INVALID. */
export function kubeconfigCredentials(file: string, context?: string): Credentials {
  const refuse = (problem: string, cause?: unknown): never => {
    throw new AutoOpsError('KUBECONFIG_INVALID', `${file}: ${problem}`, cause === undefined ? {} : { cause });
  };
  const config = attempt(() => Kubeconfig.parse(parse(readFileSync(file, 'utf8')))) ?? refuse('cannot be read');
  const name = context ?? config['current-context'];
  const chosen = fieldsOf(config.contexts, name, 'context');
  if (chosen === undefined) return refuse(`there is no context ${name ?? '(none)'}`);
  const cluster = fieldsOf(config.clusters, chosen.cluster, 'cluster');
  const user = fieldsOf(config.users, chosen.user, 'user');
  if (typeof cluster?.server !== 'string' || user === undefined) return refuse(`context ${name} is incomplete`);
  if (user.exec !== undefined || user['auth-provider'] !== undefined) {
    return refuse(`the user of context ${name} gets its token from a program; use one with a token or a certificate`);
  }
  const text = (fields: Record<string, unknown>, key: string): string | undefined => {
    const inline = fields[`${key}-data`];
    if (typeof inline === 'string') return Buffer.from(inline, 'base64').toString('utf8');
    const path = fields[key];
    if (typeof path !== 'string') return undefined;
    return attempt(() => readFileSync(resolve(dirname(file), path), 'utf8')) ?? refuse(`${path} cannot be read`);
  };
  const { token, tokenFile } = user;
  const hasToken = typeof token === 'string' || typeof tokenFile === 'string';
  return {
    server: cluster.server.replace(/\/$/, ''),
    authority: text(cluster, 'certificate-authority'),
    certificate: text(user, 'client-certificate'),
    key: text(user, 'client-key'),
    ...(hasToken && { token: () => (typeof token === 'string' ? token : text(user, 'tokenFile')?.trim()) }),
  };
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    // The caller says which file it was; its text may hold secrets.
    return undefined;
  }
}

function fieldsOf(entries: readonly Record<string, unknown>[], name: unknown, key: string) {
  return entries.find((entry) => entry.name === name)?.[key] as Record<string, unknown> | undefined;
}
