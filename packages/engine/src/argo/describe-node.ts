import type { WorkflowNode } from '@auto-ops/argo-workflows-client';
import type { NodePhase, RunNode } from '@auto-ops/contracts';

const kinds: Readonly<Record<string, RunNode['kind']>> = {
  Suspend: 'Suspend',
  DAG: 'DAG',
  Steps: 'DAG',
  StepGroup: 'DAG',
  TaskGroup: 'TaskGroup',
  Retry: 'Retry',
};
const phases: Readonly<Record<string, NodePhase>> = {
  Running: 'Running',
  Succeeded: 'Succeeded',
  Failed: 'Failed',
  Error: 'Error',
  Skipped: 'Skipped',
  Omitted: 'Omitted',
};

/** A node of a Workflow as the port shows it; `siblings` are all nodes of that Workflow. */
export function describeNode(node: WorkflowNode, siblings: readonly WorkflowNode[]): RunNode {
  const values = (node.outputs?.parameters ?? []).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    id: node.id,
    displayName: node.displayName || node.name,
    template: node.templateName,
    // Skipped nodes have a type of their own in Argo; they have never been anything but a step that did not run.
    kind: kinds[node.type] ?? 'Pod',
    phase: phases[node.phase] ?? 'Pending',
    parent: parentOf(node, siblings),
    startedAt: node.startedAt ?? undefined,
    finishedAt: node.finishedAt ?? undefined,
    message: node.message || undefined,
    outputs: Object.fromEntries(values),
  };
}

/** Argo names the graph around a node only; an item belongs to its group, and a try to its retry. */
function parentOf(node: WorkflowNode, siblings: readonly WorkflowNode[]): string | undefined {
  const group = siblings.find(
    (other) =>
      (other.type === 'TaskGroup' || other.type === 'Retry') &&
      other.id !== node.id &&
      other.boundaryID === node.boundaryID &&
      isBelow(node.displayName, other.displayName),
  );
  return group?.id ?? node.boundaryID;
}

/** `collect(0:logs)` is below `collect`, and `collect(0:logs)(1)` below `collect(0:logs)`. */
function isBelow(name: string, group: string): boolean {
  return name.startsWith(`${group}(`) && /^\([^()]*\)$/.test(name.slice(group.length));
}
