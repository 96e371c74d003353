import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** A rollout that makes no progress: back to the last healthy revision. */
export const repair: Repair = {
  code: 'rollout-stuck',
  repair: (situation) => undoRollout(situation, affectedWorkload(situation)),
};
