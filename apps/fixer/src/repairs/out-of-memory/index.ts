import { raiseMemory } from '../../candidates/raise-memory.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** A container over its memory limit: the limit it had before or the double, or the last healthy revision. */
export const repair: Repair = {
  code: 'out-of-memory',
  repair(situation) {
    const workload = affectedWorkload(situation);
    return [...raiseMemory(situation, workload), ...undoRollout(situation, workload)];
  },
};
