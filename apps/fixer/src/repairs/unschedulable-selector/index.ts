import { correctNodeSelector } from '../../candidates/correct-node-selector.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { differIn } from '../../situation/differ-in.ts';

/** A selector that no node matches: the last healthy revision, or the label that nodes carry. */
export const repair: Repair = {
  code: 'unschedulable-selector',
  repair(situation) {
    const workload = affectedWorkload(situation);
    return [
      ...undoRollout(situation, workload, ({ present, previous }) =>
        differIn(present, previous, 'nodeSelector', 'affinity'),
      ),
      ...correctNodeSelector(situation, workload),
    ];
  },
};
