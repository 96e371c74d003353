import { hostNamePattern } from './host-name-pattern.ts';
import { portNumberOf } from './port-number-of.ts';
import { schemePortOf } from './scheme-port-of.ts';
import { urlPattern } from './url-pattern.ts';

/** A failed connection that a text tells of. */
export interface ConnectionFailure {
  readonly kind: 'refused' | 'timeout' | 'no-such-host' | 'lookup-failed';
  /** The host that was asked for, by name where the text has it. */
  readonly host: string;
  readonly port?: number | undefined;
  /** The address that answered or did not, where the text has both. */
  readonly address?: string | undefined;
}

const kinds: readonly (readonly [ConnectionFailure['kind'], RegExp])[] = [
  [
    'no-such-host',
    /no such host|ENOTFOUND|NXDOMAIN|could not resolve host|name or service not known|unknown ?host|nodename nor servname|host not found|bad address|could not translate host name/i,
  ],
  [
    'lookup-failed',
    /EAI_AGAIN|temporary failure in name resolution|server misbehaving|lookup .{0,200}(?:timeout|timed out)|(?:resolv|dns).{0,60}(?:timed? ?out)|SERVFAIL|try again/i,
  ],
  [
    'refused',
    /connection refused|ECONNREFUSED|connect(?:ion)? failed: refused|actively refused|no route to host|EHOSTUNREACH|connection reset|ECONNRESET|is the server running/i,
  ],
  ['timeout', /ETIMEDOUT|i\/o timeout|timed? ?out|deadline exceeded|aborted due to timeout/i],
];

// One pass over a line that tells of nothing, which is nearly every line.
const telling =
  /refused|ECONN|E[HT]|EAI_|time|deadline|such host|resol|not known|host|address|NXDOMAIN|SERVFAIL|misbehaving|try again|lookup|server running|route|reset|abort|connect/i;

const forms: readonly RegExp[] = [
  urlPattern,
  new RegExp(`lookup (${hostNamePattern})(?: on | in |:|\\b)`),
  new RegExp(`(?:getaddrinfo|querySrv|queryA) [A-Z_]+ (${hostNamePattern})(?::(\\d{1,5}))?`),
  new RegExp(`could not (?:resolve|translate) host(?: name)?:? ["']?(${hostNamePattern})`, 'i'),
  new RegExp(`unknown ?host(?:exception)?:? ["']?(${hostNamePattern})`, 'i'),
  new RegExp(`bad address ["']?(${hostNamePattern})`, 'i'),
  new RegExp(
    `(?:server at|host|to server at|connecting to|connect to|connection to|connect) ["']?(${hostNamePattern})["']?(?: \\([^)]*\\))?(?:,? port |:)(\\d{1,5})`,
    'i',
  ),
  new RegExp(`\\b(${hostNamePattern}):(\\d{2,5})\\b`),
  new RegExp(`(?:host|to server at|resolve|resolving) ["'](${hostNamePattern})["']`, 'i'),
];

const address = /\b(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?/;

/** Reads a log line, an event or an alert that tells of a failed connection with a host. */
export function connectionFailure(text: string): ConnectionFailure | undefined {
  if (text.length > 4_000) return undefined;
  if (!telling.test(text)) return undefined;
  const kind = kinds.find(([, pattern]) => pattern.test(text))?.[0];
  if (kind === undefined) return undefined;
  const places = forms.flatMap((form) => {
    const match = form.exec(text);
    return match?.[1] === undefined || isNoHost(match[1])
      ? []
      : [{ host: match[1].replace(/^\[|\]$/g, ''), port: portNumberOf(match[2]) }];
  });
  const named = places.find(({ host }) => !address.test(host)) ?? places[0];
  if (named === undefined) return undefined;
  const target = address.exec(text);
  const port =
    named.port ??
    places.find((place) => place.host === named.host && place.port !== undefined)?.port ??
    portNumberOf(target?.[2]);
  return { kind, host: named.host, port: port ?? schemePortOf(text), address: target?.[1] };
}

function isNoHost(host: string): boolean {
  return (
    /^(?:\d+|[A-Z_]+|https?|tcp|dial|on|to|at|the)$/.test(host) ||
    /\.(?:js|ts|py|go|java|rb|cs|mjs|cjs|rs|php)$/.test(host) ||
    /^\d{4}-\d{2}/.test(host)
  );
}
