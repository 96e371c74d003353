import { restoreImage } from '../../candidates/restore-image.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** An image that the registry refuses: back to the image of the last healthy revision, or to that revision as a whole. */
export const repair: Repair = {
  code: 'image-pull-denied',
  repair(situation) {
    const workload = affectedWorkload(situation);
    return [...restoreImage(situation, workload), ...undoRollout(situation, workload)];
  },
};
