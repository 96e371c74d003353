import { AutoOpsError } from '@auto-ops/contracts';

/** Where the run API listens: a socket of this machine, or a server with TLS (without it on the loopback interface only). */
export type RunApiAddress = { readonly socketPath: string } | { readonly url: URL };

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Reads `unix:/path`, `https://…` or `http://127.0.0.1…`, any `http://…` where that is allowed; throws CONFIGURATION_INVALID. */
export function runApiAddress(text: string, isPlainAllowed = false): RunApiAddress {
  if (text.startsWith('unix:/')) return { socketPath: text.slice('unix:'.length) };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && (isPlainAllowed || loopback.has(url.hostname))))
    return { url };
  throw new AutoOpsError('CONFIGURATION_INVALID', 'AUTO_OPS_RUN_API is neither unix:/path nor https://…', {
    hint: 'Set AUTO_OPS_RUN_API to the socket of the run (unix:/…/run-api.sock) or to the https address of the gateway; http:// inside a cluster needs AUTO_OPS_RUN_API_INSECURE=true.',
  });
}
