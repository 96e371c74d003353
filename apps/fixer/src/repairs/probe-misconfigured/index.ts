import { correctProbe } from '../../candidates/correct-probe.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** A probe that asks the wrong port or path: what the container serves, or the last healthy revision. */
export const repair: Repair = {
  code: 'probe-misconfigured',
  repair(situation) {
    const workload = affectedWorkload(situation);
    return [...correctProbe(situation, workload), ...undoRollout(situation, workload)];
  },
};
