import { fingerprintOf, type LiveObject } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import { stableObject } from './stable-object.ts';

/** The digest of the stable part of an object: equal as long as nobody changed what an action rests on. */
export function fingerprint(object: LiveObject): string {
  return fingerprintOf(stableObject(object), nodeCryptography);
}
