/** The contract of the package: Argo Workflows as the rest of the system sees it. */
export type { ArgoServerClient, NodeChange } from './argo-server/argo-server-client.ts';
export { createArgoServerClient } from './argo-server/create-argo-server-client.ts';
export type { NodeSelector } from './argo-server/node-selector.ts';
export type { ApiAnswer, ApiRequest } from './connection/api-connection.ts';
export type { Credentials } from './connection/credentials.ts';
export { kubeconfigCredentials } from './connection/kubeconfig-credentials.ts';
export type { KubernetesApi } from './connection/kubernetes-api.ts';
export { openKubernetesApi } from './connection/open-kubernetes-api.ts';
export type { Patience } from './connection/patience.ts';
export { podCredentials } from './connection/pod-credentials.ts';
export { createWorkflowsClient } from './workflow/create-workflows-client.ts';
export type { NewWorkflow } from './workflow/new-workflow.ts';
export { Workflow } from './workflow/workflow.ts';
export { WorkflowNode } from './workflow/workflow-node.ts';
export type { LogOptions, WorkflowsClient, WorkflowWatcher } from './workflow/workflows-client.ts';
