import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Kubeconfig = z.object({
  'current-context': z.string(),
  contexts: z.array(z.object({ name: z.string(), context: z.object({ cluster: z.string(), user: z.string() }) })),
  clusters: z.array(z.object({ name: z.string(), cluster: z.record(z.string(), z.unknown()) })),
  users: z.array(z.object({ name: z.string(), user: z.record(z.string(), z.unknown()) })),
});

/** What a client needs to reach an API server: address, authority, and a client certificate or a token. */
export interface Connection {
  server: string;
  authority?: string;
  certificate?: string;
  key?: string;
  token?: string;
}

/** Reads the current context of a kubeconfig file; throws with the path of the field that is missing. */
export function readConnection(file: string): Connection {
  const config = Kubeconfig.parse(parse(readFileSync(file, 'utf8')));
  const current = config.contexts.find((entry) => entry.name === config['current-context'])?.context;
  const cluster = config.clusters.find((entry) => entry.name === current?.cluster)?.cluster;
  const user = config.users.find((entry) => entry.name === current?.user)?.user;
  if (!cluster || !user) throw new Error(`${file} has no cluster and user for its current context`);

  const bytes = (fields: Record<string, unknown>, name: string): string | undefined => {
    const inline = fields[`${name}-data`];
    if (typeof inline === 'string') return Buffer.from(inline, 'base64').toString('utf8');
    const path = fields[name];
    return typeof path === 'string' ? readFileSync(resolve(dirname(file), path), 'utf8') : undefined;
  };
  const authority = bytes(cluster, 'certificate-authority');
  const certificate = bytes(user, 'client-certificate');
  const key = bytes(user, 'client-key');
  return {
    server: String(cluster.server),
    ...(authority ? { authority } : {}),
    ...(certificate ? { certificate } : {}),
    ...(key ? { key } : {}),
    ...(typeof user.token === 'string' ? { token: user.token } : {}),
  };
}
