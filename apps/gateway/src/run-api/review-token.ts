import type { KubernetesApi } from '@auto-ops/argo-workflows-client';
import type { TokenClaims } from './token-claims.ts';
import { TokenReview } from './token-review.ts';

/** Asks the API server to vouch for a token; undefined where it does not. Throws KUBERNETES_*, FORBIDDEN where this account may not ask. */
export async function reviewToken(
  kubernetes: KubernetesApi,
  token: string,
  audience: string,
): Promise<TokenClaims | undefined> {
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
  if (status.authenticated !== true || !status.audiences.includes(audience)) return undefined;
  const { username = '', extra = {} } = status.user ?? {};
  const name = extra['authentication.kubernetes.io/pod-name']?.[0];
  const uid = extra['authentication.kubernetes.io/pod-uid']?.[0];
  return { username, pod: name === undefined || uid === undefined ? undefined : { name, uid } };
}
