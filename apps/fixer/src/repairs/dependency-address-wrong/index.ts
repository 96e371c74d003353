import { restoreVariable } from '../../candidates/restore-variable.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** A wrong address of a dependency: the variable as the last healthy revision had it, or that revision. */
export const repair: Repair = {
  code: 'dependency-address-wrong',
  repair(situation) {
    const workload = affectedWorkload(situation);
    return [...restoreVariable(situation, workload), ...undoRollout(situation, workload)];
  },
};
