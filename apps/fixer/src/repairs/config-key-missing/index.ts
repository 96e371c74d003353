import { correctKey } from '../../candidates/correct-key.ts';
import { restoreVariable } from '../../candidates/restore-variable.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/**
 * A key or variable that is missing: what the last healthy revision had in its place, that revision as a whole, or the one key
 * with nearly the same name. The guess comes last: a key with another name may hold another unit.
 */
export const repair: Repair = {
  code: 'config-key-missing',
  repair(situation) {
    const workload = affectedWorkload(situation);
    return [
      ...restoreVariable(situation, workload),
      ...undoRollout(situation, workload),
      ...correctKey(situation, workload),
    ];
  },
};
