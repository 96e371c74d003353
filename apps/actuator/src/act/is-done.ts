import type { Action } from '@auto-ops/contracts';
import { type LiveObject, parseAction, readPath } from '@auto-ops/policy';
import { fingerprint } from '../cluster/fingerprint.ts';
import type { Intent } from './journal-entry.ts';

/** Whether an intended change is in place: the action's mark on a state that is not the one before, or the pod with that uid gone. */
export function isDone(action: Action, mark: string, intent: Intent, live: LiveObject | undefined): boolean {
  if (parseAction(action).definition.method === 'delete') {
    return live?.metadata.uid !== action.target.uid || live?.metadata.deletionTimestamp !== undefined;
  }
  const isMarked = readPath(live, 'metadata', 'annotations', 'auto-ops.dev/action') === mark;
  return live !== undefined && isMarked && fingerprint(live) !== intent.before;
}
