import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** Pods that admission refuses: back to the last healthy revision. */
export const repair: Repair = {
  code: 'admission-denied',
  repair: (situation) => undoRollout(situation, affectedWorkload(situation)),
};
