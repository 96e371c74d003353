/** Actions that stop running pods, be it one after the other. */
const disruptive = new Set([
  'rollout-restart',
  'rollout-undo',
  'set-image',
  'set-environment',
  'set-key-reference',
  'set-resources',
  'set-probe',
  'set-service-account',
  'set-node-selector',
  'set-command',
  'delete-pod',
]);

/** Whether an action of this type stops running pods of its target. */
export function disruptsPods(type: string): boolean {
  return disruptive.has(type);
}
