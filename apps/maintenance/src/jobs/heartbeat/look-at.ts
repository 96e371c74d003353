import type { HealthCheck } from '@auto-ops/contracts';
import type { Endpoint } from './endpoint.ts';
import { lookAtAddress } from './look-at-address.ts';
import { lookAtCertificate } from './look-at-certificate.ts';
import { lookAtName } from './look-at-name.ts';
import { lookAtPort } from './look-at-port.ts';

/** Looks at something once; `undefined` where all is well, else what is wrong. Rejects where it cannot be reached. */
export type Look = (target: string, signal: AbortSignal, now: Date) => Promise<string | undefined>;

const looks: Readonly<Record<Endpoint['kind'], Look>> = {
  http: lookAtAddress,
  tcp: lookAtPort,
  dns: lookAtName,
  tls: lookAtCertificate,
};

/** Looks at an endpoint for at most ten seconds. */
export async function lookAt(
  endpoint: Endpoint,
  signal: AbortSignal,
  { now = new Date(), milliseconds = 10_000 } = {},
): Promise<HealthCheck> {
  const started = performance.now();
  const timeout = AbortSignal.timeout(milliseconds);
  const look = looks[endpoint.kind](endpoint.target, AbortSignal.any([timeout, signal]), now);
  const problem = await Promise.race([look, ended(timeout, signal)]).catch((error: Error) =>
    timeout.aborted ? `no answer in ${milliseconds / 1000} s` : reasonOf(error),
  );
  signal.throwIfAborted();
  const { name, kind, target, namespace } = endpoint;
  return {
    name,
    kind,
    // What stands behind the question mark may be a token.
    target: kind === 'http' ? target.replace(/[?#].*$/s, '') : target,
    ok: problem === undefined,
    latencyMilliseconds: Math.round(performance.now() - started),
    ...(problem === undefined ? {} : { detail: problem.slice(0, 500) }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}

/** Names are looked up by a call that cannot be interrupted. */
function ended(...signals: AbortSignal[]): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  for (const signal of signals) signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  return promise;
}

function reasonOf(error: Error): string {
  const cause = (error.cause ?? error) as Error & { code?: string };
  return cause.code === undefined ? cause.message : `${cause.code}: ${cause.message}`;
}
