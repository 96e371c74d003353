import { restoreResources } from '../../candidates/restore-resources.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { containerPairs } from '../../situation/container-pairs.ts';

/** A pod that asks for more than any node has free: the last healthy revision, or its requests and limits alone. */
export const repair: Repair = {
  code: 'unschedulable-resources',
  repair(situation) {
    const workload = affectedWorkload(situation);
    const undo = undoRollout(situation, workload, (pair) =>
      containerPairs(pair).some(
        ({ present, previous }) => JSON.stringify(present.resources) !== JSON.stringify(previous.resources),
      ),
    );
    return [...undo, ...restoreResources(situation, workload)];
  },
};
