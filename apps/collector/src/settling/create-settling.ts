import type { Subject } from '@auto-ops/contracts';
import type { Collected } from '@auto-ops/evidence';
import { lookOf } from './look-of.ts';

/** Two calm looks make a settled one; trouble has to stay the same for longer, because a rollout stumbles before it walks. */
const calmLooks = 2;
const troubledLooks = 6;

/**
 * Tells look by look whether what was changed has settled: everything about the targets is up and steady twice in a row, or stays in
 * the same trouble. Specialists that see no pods settle when they see the same twice.
 */
export function createSettling(specialist: string, targets: readonly Subject[]): (collected: Collected) => boolean {
  let last = '';
  let same = 0;
  return (collected) => {
    const { signature, state } = lookOf(specialist, collected, targets);
    same = signature === last ? same + 1 : 1;
    last = signature;
    if (state === 'moving') return false;
    return same >= (state === 'calm' ? calmLooks : troubledLooks);
  };
}
