import type { KubernetesApi, WorkflowsClient } from '@auto-ops/argo-workflows-client';
import { Identifier, Incident } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ClusterView } from './cluster-view.ts';

const ConfigMap = z.object({
  metadata: z.object({ labels: z.record(z.string(), z.string()).default({}) }),
  data: z.object({ 'incident.json': z.string().max(1024 * 1024) }),
});

/** The look-ups of a namespace. */
export function openClusterView(
  api: KubernetesApi,
  workflows: Pick<WorkflowsClient, 'get'>,
  namespace: string,
): ClusterView {
  return {
    hasWorkflow: async (name) => (await workflows.get(name)) !== undefined,
    async incidentOf(run) {
      if (!Identifier.safeParse(run).success) return undefined;
      const object = await api.read(z.unknown(), `/api/v1/namespaces/${namespace}/configmaps/${run}`);
      const { data: found } = ConfigMap.safeParse(object);
      if (found?.metadata.labels['auto-ops.dev/run'] !== run) return undefined;
      const { data: incident } = Incident.safeParse(parsed(found.data['incident.json']));
      return incident;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
