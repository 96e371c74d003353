import { isIP } from 'node:net';

const shape = /^(?:\[([0-9A-Fa-f:.]+)\]|([^:[\]/@]+))(?::(\d{1,5}))?$/;
const hostName =
  /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?$/;

/** Reads `host`, `host:port` or `[IPv6 address]:port`; undefined where it is none. */
export function hostAndPort(target: string): { readonly host: string; readonly port?: number } | undefined {
  const [, address, name, port] = shape.exec(target) ?? [];
  const host = address ?? name;
  if (host === undefined || !(address === undefined ? hostName.test(host) : isIP(host) === 6)) return undefined;
  if (port === undefined) return { host };
  return Number(port) >= 1 && Number(port) <= 65_535 ? { host, port: Number(port) } : undefined;
}
