import type { KubernetesObject } from '../harness/kubernetes.ts';
import type { Cluster } from './cluster.ts';

/** A node of a Workflow's status. */
export interface WorkflowNode {
  readonly id: string;
  readonly displayName: string;
  readonly type: string;
  phase: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly message?: string;
  outputs?: { parameters?: { name: string; value?: string }[] };
}

/** A Workflow, as far as the checks look at one. */
export interface Workflow extends KubernetesObject {
  // biome-ignore lint/suspicious/noExplicitAny: checks spoil it on purpose.
  spec: any;
  status?: {
    phase?: string;
    startedAt?: string;
    finishedAt?: string;
    storedWorkflowTemplateSpec?: object;
    nodes?: Record<string, WorkflowNode>;
    outputs?: { parameters?: { name: string; value?: string }[] };
  };
}

const place = '/apis/argoproj.io/v1alpha1/namespaces/auto-ops/workflows';

/** The path of a Workflow in the API. */
export const workflowPath = (name?: string) => (name === undefined ? place : `${place}/${name}`);

/** The Workflow of that name, or undefined. */
export async function readWorkflow({ kubernetes }: Cluster, name: string): Promise<Workflow | undefined> {
  try {
    return JSON.parse(await kubernetes.send('GET', workflowPath(name))) as Workflow;
  } catch (error) {
    if ((error as Error).cause === 404) return undefined;
    throw error;
  }
}
