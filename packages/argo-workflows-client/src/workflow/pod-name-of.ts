import type { WorkflowNode } from './workflow-node.ts';

// A pod's name has at most 253 characters, of which the controller keeps eleven for the hash and its hyphen.
const longestPrefix = 242;

/** The name the controller gives the pod of a node: workflow, template and the hash that ends the node's id. */
export function podNameOf(workflow: string, node: WorkflowNode): string {
  if (node.name === workflow) return workflow;
  const prefix = node.name.includes('.inline') ? workflow : `${workflow}-${node.templateName}`;
  return `${prefix.slice(0, longestPrefix)}${node.id.slice(workflow.length)}`;
}
