import { giveProbeTime } from '../../candidates/give-probe-time.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';

/** A probe that kills a container before it has started: more time, or the last healthy revision. */
export const repair: Repair = {
  code: 'probe-too-early',
  repair(situation) {
    const workload = affectedWorkload(situation);
    return [...giveProbeTime(situation, workload), ...undoRollout(situation, workload)];
  },
};
