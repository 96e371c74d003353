import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { differIn } from '../../situation/differ-in.ts';

/** A volume that cannot be mounted: back to the last healthy revision, where that one differs in just this. */
export const repair: Repair = {
  code: 'volume-mount-failed',
  repair: (situation) =>
    undoRollout(situation, affectedWorkload(situation), ({ present, previous }) =>
      differIn(present, previous, 'volumes'),
    ),
};
