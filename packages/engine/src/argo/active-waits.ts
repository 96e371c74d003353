import type { Workflow, WorkflowNode } from '@auto-ops/argo-workflows-client';

/** The suspended nodes of a Workflow that still wait. */
export function activeWaits(workflow: Workflow): WorkflowNode[] {
  return Object.values(workflow.status.nodes).filter((node) => node.type === 'Suspend' && node.phase === 'Running');
}
