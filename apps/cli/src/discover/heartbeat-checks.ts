import type { Endpoint, Setting } from './discovery.ts';

const most = 200;
const longestName = 63;

/** The endpoints as the heartbeat reads them, `name tcp host:port namespace` a line; no setting where there is none. */
export function heartbeatChecks(endpoints: readonly Endpoint[]): Setting[] {
  const names = new Set<string>();
  const lines = endpoints.slice(0, most).flatMap(({ namespace, name, address }) => {
    const unique = `${namespace}-${name}`.slice(0, longestName).replace(/[^a-z0-9]+$/, '');
    if (names.has(unique)) return [];
    names.add(unique);
    return [`${unique} tcp ${address} ${namespace}`];
  });
  if (lines.length === 0) return [];
  const reason = 'the heartbeat tells when something here does not answer';
  return [{ variable: 'AUTO_OPS_CHECKS', value: lines.join('\n'), of: 'heartbeat', reason }];
}
