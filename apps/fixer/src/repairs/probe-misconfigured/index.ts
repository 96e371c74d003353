import { correctProbe } from '../../candidates/correct-probe.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { listFact } from '../../situation/list-fact.ts';

/** A probe that asks the wrong port or path: what the container serves, or the last healthy revision. */
export const repair: Repair = {
  code: 'probe-misconfigured',
  repair(situation) {
    const workload = affectedWorkload(situation);
    const corrected = correctProbe(situation, workload);
    const undone = undoRollout(situation, workload);
    // One action corrects one probe; where several are wrong, only the revision before mends them all.
    return listFact(situation, 'probes').length > 1 ? [...undone, ...corrected] : [...corrected, ...undone];
  },
};
