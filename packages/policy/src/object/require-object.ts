import type { LiveObject } from '../action-definition.ts';
import { targetChanged } from './target-changed.ts';

/** The live object itself; throws `TARGET_CHANGED` where it is gone. */
export function requireObject(object: LiveObject | undefined): LiveObject {
  if (object === undefined) throw targetChanged('The target does not exist any more.');
  return object;
}
