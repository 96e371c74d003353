import { scaleIntoQuota } from '../../candidates/scale-into-quota.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { containerPairs } from '../../situation/container-pairs.ts';
import { refusedWorkload } from '../../situation/refused-workload.ts';

/** A workload beyond its quota: the revision that asked for less, or as many replicas as the quota admits. */
export const repair: Repair = {
  code: 'quota-exceeded',
  repair(situation) {
    const workload = refusedWorkload(situation);
    const undo = undoRollout(situation, workload, (pair) =>
      containerPairs(pair).some(
        ({ present, previous }) => JSON.stringify(present.resources) !== JSON.stringify(previous.resources),
      ),
    );
    return [...undo, ...scaleIntoQuota(situation, workload)];
  },
};
