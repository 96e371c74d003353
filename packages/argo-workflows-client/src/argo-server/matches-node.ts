import type { WorkflowNode } from '../workflow/workflow-node.ts';
import type { NodeSelector } from './node-selector.ts';

/** Whether a node is one that the selector means, and still waits. */
export function matchesNode(selector: NodeSelector, node: WorkflowNode): boolean {
  const { id, displayName, templateName } = selector;
  return (
    node.type === 'Suspend' &&
    node.phase === 'Running' &&
    (id === undefined || id === node.id) &&
    (displayName === undefined || displayName === node.displayName) &&
    (templateName === undefined || templateName === node.templateName)
  );
}
