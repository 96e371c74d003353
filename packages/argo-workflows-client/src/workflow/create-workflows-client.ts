import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';
import type { KubernetesApi } from '../connection/kubernetes-api.ts';
import { followWorkflows } from './follow-workflows.ts';
import { podNameOf } from './pod-name-of.ts';
import { Workflow } from './workflow.ts';
import type { WorkflowsClient } from './workflows-client.ts';

const Page = z.object({
  metadata: z.object({ resourceVersion: z.string(), continue: z.string().optional() }),
  items: z.array(Workflow),
});
const pageSize = 200;

/** The Workflows of a namespace; `firstDelayMilliseconds` is how long an interrupted watch pauses at first. */
export function createWorkflowsClient(
  api: KubernetesApi,
  namespace: string,
  firstDelayMilliseconds = 1000,
): WorkflowsClient {
  const path = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/workflows`;

  async function list(labelSelector?: string) {
    const workflows: Workflow[] = [];
    let next: string | undefined;
    let resourceVersion = '';
    do {
      const query = new URLSearchParams({ limit: String(pageSize) });
      if (labelSelector !== undefined) query.set('labelSelector', labelSelector);
      if (next !== undefined) query.set('continue', next);
      const page = await api.read(Page, `${path}?${query}`);
      if (page === undefined) {
        throw new AutoOpsError('KUBERNETES_FAILED', `GET ${path}: 404`, {
          hint: 'Install Argo Workflows: its CRDs are missing.',
        });
      }
      workflows.push(...page.items);
      resourceVersion = page.metadata.resourceVersion;
      next = page.metadata.continue || undefined;
    } while (next !== undefined);
    return { workflows, resourceVersion };
  }

  return {
    list,
    get: (name) => api.read(Workflow, `${path}/${name}`),
    create: ({ name, template, parameters, labels = {}, entrypoint }) =>
      api.create(path, {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        metadata: { name, namespace, labels },
        spec: {
          workflowTemplateRef: { name: template },
          ...(Object.keys(parameters).length > 0 && {
            arguments: { parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })) },
          }),
          ...(entrypoint !== undefined && { entrypoint }),
        },
      }),
    watch(watcher, labelSelector) {
      const stop = new AbortController();
      void followWorkflows({ api, path, list, watcher, labelSelector, firstDelayMilliseconds, signal: stop.signal });
      return () => stop.abort();
    },
    async log(workflow, node, { container = 'main', tailLines, limitBytes } = {}) {
      const query = new URLSearchParams({ container });
      if (tailLines !== undefined) query.set('tailLines', String(tailLines));
      if (limitBytes !== undefined) query.set('limitBytes', String(limitBytes));
      const pod = podNameOf(workflow, node);
      const answer = await api.send({
        method: 'GET',
        path: `/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}`,
      });
      return answer.status === 404 ? undefined : answer.text;
    },
  };
}
