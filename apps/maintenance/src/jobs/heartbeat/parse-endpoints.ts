import { isIP } from 'node:net';
import { AutoOpsError, Identifier } from '@auto-ops/contracts';
import type { Endpoint } from './endpoint.ts';
import { hostAndPort } from './host-and-port.ts';

const most = 200;
const longestTarget = 300;

/**
 * Reads endpoints, one a line: `name http|tcp|dns|tls target [namespace]`; empty lines and lines that start with `#` say nothing.
 * Throws CONFIGURATION_INVALID with the number of the line.
 */
export function parseEndpoints(text: string): Endpoint[] {
  const endpoints: Endpoint[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const endpoint = endpointOf(line.trim());
    const isKnown = typeof endpoint !== 'string' && endpoints.some(({ name }) => name === endpoint.name);
    const problem =
      typeof endpoint === 'string' ? endpoint : isKnown ? `the name ${endpoint.name} stands twice` : undefined;
    if (problem !== undefined || typeof endpoint === 'string') throw invalid(`line ${index + 1}: ${problem}`);
    endpoints.push(endpoint);
  }
  if (endpoints.length > most) throw invalid(`${endpoints.length} endpoints, at most ${most} are looked at`);
  return endpoints;
}

function endpointOf(line: string): Endpoint | string {
  const [name = '', kind = '', target = '', namespace, ...rest] = line.split(/\s+/);
  if (rest.length > 0) return 'more than four words';
  if (!Identifier.safeParse(name).success) return 'the name is no word of lower-case letters, digits and hyphens';
  if (kind !== 'http' && kind !== 'tcp' && kind !== 'dns' && kind !== 'tls')
    return 'the kind is none of http, tcp, dns, tls';
  if (namespace !== undefined && !Identifier.safeParse(namespace).success) return 'the namespace is none';
  if (target.length > longestTarget || !isTarget(kind, target)) return targets[kind];
  return { name, kind, target, ...(namespace === undefined ? {} : { namespace }) };
}

const targets = {
  http: 'the target is no http:// or https:// address without credentials',
  tcp: 'the target is no host:port',
  dns: 'the target is no host name',
  tls: 'the target is no host or host:port',
} as const;

function isTarget(kind: Endpoint['kind'], target: string): boolean {
  if (kind === 'http') return isAddress(target);
  const place = hostAndPort(target);
  if (place === undefined) return false;
  if (kind === 'dns') return place.port === undefined && isIP(place.host) === 0;
  return kind === 'tls' || place.port !== undefined;
}

function isAddress(target: string): boolean {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

function invalid(problem: string): AutoOpsError {
  return new AutoOpsError('CONFIGURATION_INVALID', `AUTO_OPS_CHECKS: ${problem}`, {
    hint: 'Write one endpoint a line: name http|tcp|dns|tls target [namespace].',
  });
}
