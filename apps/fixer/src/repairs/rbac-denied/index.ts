import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { differIn } from '../../situation/differ-in.ts';

/** A missing right: back to the revision that ran as another ServiceAccount. No action ever grants a right. */
export const repair: Repair = {
  code: 'rbac-denied',
  repair: (situation) =>
    undoRollout(situation, affectedWorkload(situation), ({ present, previous }) =>
      differIn(present, previous, 'serviceAccountName'),
    ),
};
