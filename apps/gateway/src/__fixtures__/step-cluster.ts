import { type KubernetesApi, openKubernetesApi } from '@auto-ops/argo-workflows-client';
import { type LoopbackServer, loopbackServer } from '@auto-ops/testing';
import { onTestFinished } from 'vitest';

/** A step's pod, and what the API server says about its token. */
export interface StepToken {
  readonly account: string;
  readonly run?: string;
  readonly namespace?: string;
  readonly audiences?: readonly string[];
  /** The uid that the token is bound to; another one than the pod's where the pod was replaced. */
  readonly uid?: string;
  readonly isBound?: boolean;
}

/** An API server that vouches for the tokens of steps and knows their pods. */
export async function stepCluster(tokens: Readonly<Record<string, StepToken>>): Promise<{ api: KubernetesApi; requests: LoopbackServer['requests'] }> {
  const server = await loopbackServer(({ path, body }) => {
    if (path === '/apis/authentication.k8s.io/v1/tokenreviews') {
      const { spec } = JSON.parse(body) as { spec: { token: string; audiences: string[] } };
      const known = tokens[spec.token];
      if (known === undefined) return { status: 201, body: { status: { error: 'unknown' } } };
      const audiences = (known.audiences ?? ['auto-ops-run-api']).filter((audience) => spec.audiences.includes(audience));
      const pod = { 'authentication.kubernetes.io/pod-name': [spec.token], 'authentication.kubernetes.io/pod-uid': [known.uid ?? 'uid'] };
      const username = `system:serviceaccount:${known.namespace ?? 'auto-ops'}:${known.account}`;
      return {
        status: 201,
        body: { status: { authenticated: audiences.length > 0, audiences, user: { username, extra: known.isBound === false ? {} : pod } } },
      };
    }
    const known = tokens[path.replace('/api/v1/namespaces/auto-ops/pods/', '')];
    if (known === undefined) return { status: 404 };
    const labels = known.run === undefined ? {} : { 'workflows.argoproj.io/workflow': known.run };
    return { body: { metadata: { name: 'any', uid: 'uid', labels } } };
  });
  const api = openKubernetesApi({ server: server.url });
  onTestFinished(() => api.close());
  return { api, requests: server.requests };
}
