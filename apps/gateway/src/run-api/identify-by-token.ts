import type { KubernetesApi } from '@auto-ops/argo-workflows-client';
import { AutoOpsError } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { z } from 'zod';
import type { IdentifyCaller, RunCaller } from './run-caller.ts';
import { TokenReview } from './token-review.ts';

const audience = 'auto-ops-run-api';
const cacheMilliseconds = 60_000;
const cacheSize = 1000;
const Pod = z.object({
  metadata: z.object({ uid: z.string(), labels: z.record(z.string(), z.string()).default({}) }),
});

/**
 * Tells a step by the projected token of its pod: the API server vouches for account and pod, and the pod's label, which Argo's controller
 * sets, names the run. So a step reaches its own run only. An answer is remembered for a minute.
 */
export function identifyByToken(
  kubernetes: KubernetesApi,
  namespace: string,
  clock: () => number = Date.now,
): IdentifyCaller {
  const known = new Map<string, { readonly caller: RunCaller; readonly until: number }>();

  async function review(token: string): Promise<RunCaller> {
    const answer = await kubernetes.send({
      method: 'POST',
      path: '/apis/authentication.k8s.io/v1/tokenreviews',
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenReview',
        spec: { token, audiences: [audience] },
      },
    });
    const { status } = TokenReview.parse(JSON.parse(answer.text));
    if (status.authenticated !== true || !status.audiences.includes(audience)) {
      throw new AutoOpsError('AUTHENTICATION_FAILED', `the token is not one of the audience ${audience}`, {
        hint: 'Mount a projected token of that audience, and send it while it is valid.',
      });
    }
    const { username = '', extra = {} } = status.user ?? {};
    const prefix = `system:serviceaccount:${namespace}:`;
    if (!username.startsWith(prefix)) deny(`${username} is no account of the namespace ${namespace}`);
    const name = extra['authentication.kubernetes.io/pod-name']?.[0];
    const uid = extra['authentication.kubernetes.io/pod-uid']?.[0];
    if (name === undefined || uid === undefined) return deny(`the token of ${username} is bound to no pod`);
    const pod = await kubernetes.read(Pod, `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(name)}`);
    const run = pod?.metadata.uid === uid ? pod.metadata.labels['workflows.argoproj.io/workflow'] : undefined;
    if (run === undefined) return deny(`the pod ${name} is no step of a run`);
    return { run, account: username.slice(prefix.length) };
  }

  return async (token) => {
    const now = clock();
    const key = nodeCryptography.sha256(token);
    const remembered = known.get(key);
    if (remembered !== undefined && remembered.until > now) return remembered.caller;
    const caller = await review(token);
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
