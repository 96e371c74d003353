import type { KubernetesApi } from '@auto-ops/argo-workflows-client';
import { AutoOpsError } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { z } from 'zod';
import { reviewToken } from './review-token.ts';
import type { IdentifyCaller, RunCaller } from './run-caller.ts';
import type { TokenClaims } from './token-claims.ts';
import { verifyToken } from './verify-token.ts';

const audience = 'auto-ops-run-api';
const cacheMilliseconds = 60_000;
const cacheSize = 1000;
const Pod = z.object({
  metadata: z.object({ uid: z.string(), labels: z.record(z.string(), z.string()).default({}) }),
});

/**
 * Tells a step by the projected token of its pod: the API server vouches for account and pod, and the pod's label, which Argo's controller
 * sets, names the run. So a step reaches its own run only. An answer is remembered for a minute. Where this account has no right on the
 * cluster and may not ask for a review, the token is verified by the cluster's public keys instead.
 */
export function identifyByToken(
  kubernetes: KubernetesApi,
  namespace: string,
  clock: () => number = Date.now,
): IdentifyCaller {
  const known = new Map<string, { readonly caller: RunCaller; readonly until: number }>();

  async function vouchedFor(token: string): Promise<TokenClaims | undefined> {
    try {
      return await reviewToken(kubernetes, token, audience);
    } catch (error) {
      if (!(error instanceof AutoOpsError) || error.code !== 'KUBERNETES_FORBIDDEN') throw error;
      return verifyToken(kubernetes, token, audience, clock());
    }
  }

  async function callerOf(token: string): Promise<RunCaller> {
    const claims = await vouchedFor(token);
    if (claims === undefined) {
      throw new AutoOpsError('AUTHENTICATION_FAILED', `the token is not one of the audience ${audience}`, {
        hint: 'Mount a projected token of that audience, and send it while it is valid.',
      });
    }
    const { username, pod: bound } = claims;
    const prefix = `system:serviceaccount:${namespace}:`;
    if (!username.startsWith(prefix)) deny(`${username} is no account of the namespace ${namespace}`);
    if (bound === undefined) return deny(`the token of ${username} is bound to no pod`);
    const pod = await kubernetes.read(Pod, `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(bound.name)}`);
    const run = pod?.metadata.uid === bound.uid ? pod.metadata.labels['workflows.argoproj.io/workflow'] : undefined;
    if (run === undefined) return deny(`the pod ${bound.name} is no step of a run`);
    return { run, account: username.slice(prefix.length) };
  }

  return async (token) => {
    const now = clock();
    const key = nodeCryptography.sha256(token);
    const remembered = known.get(key);
    if (remembered !== undefined && remembered.until > now) return remembered.caller;
    const caller = await callerOf(token);
    if (known.size >= cacheSize) known.clear();
    known.set(key, { caller, until: now + cacheMilliseconds });
    return caller;
  };
}

function deny(message: string): never {
  throw new AutoOpsError('PERMISSION_DENIED', message, {
    hint: 'Only the steps of a run may use the run API, with the token of their own pod.',
  });
}
