import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** A change of code that broke a workload: back to the last healthy revision. */
export const repair: Repair = {
  code: 'change-regression',
  repair: (situation) => undoRollout(situation, affectedWorkload(situation)),
};
