/** The mark an action leaves on its object: incident, plan and action, and whether it takes the action back. */
export function markOf(incident: string, planHash: string, action: string, isUndo = false): string {
  return `${incident}.${planHash.slice(0, 12)}.${action}${isUndo ? '-undo' : ''}`;
}
