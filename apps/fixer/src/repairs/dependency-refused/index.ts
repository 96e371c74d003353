import { draftAction } from '../../candidates/draft-action.ts';
import { scaleBack } from '../../candidates/scale-back.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { dependencyWorkload } from '../../situation/dependency-workload.ts';

/** A dependency that refuses: scaled back up where it was scaled to zero, otherwise its last healthy revision, or a restart. */
export const repair: Repair = {
  code: 'dependency-refused',
  repair(situation) {
    const workload = dependencyWorkload(situation);
    if (workload === undefined) return [];
    const scaled = scaleBack(situation, workload);
    if (scaled.length > 0) return scaled;
    const target = `${workload.object.kind} ${workload.object.metadata.name}`;
    return [
      ...undoRollout(situation, workload),
      {
        summary: `Restart ${target}, which refuses connections.`,
        actions: [
          draftAction(situation, workload, {
            type: 'rollout-restart',
            arguments: { at: situation.view.now },
            expected: `The pods of ${target} start anew and accept connections.`,
          }),
        ],
      },
    ];
  },
};
