import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** A program that crashes since its last revision: back to the last healthy revision. */
export const repair: Repair = {
  code: 'application-crash',
  repair: (situation) => undoRollout(situation, affectedWorkload(situation)),
};
