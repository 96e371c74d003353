import { draftAction } from '../../candidates/draft-action.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { type RevisionPair, revisionPair } from '../../situation/revision-pair.ts';

const accountOf = (revision: RevisionPair['present']) => revision.template.spec.serviceAccountName ?? 'default';

/** A missing ServiceAccount: back to the revision that ran as another one, or to that account alone. */
export const repair: Repair = {
  code: 'service-account-missing',
  repair(situation) {
    const workload = affectedWorkload(situation);
    const pair = workload === undefined ? undefined : revisionPair(situation.view, workload);
    if (workload === undefined || pair === undefined || accountOf(pair.present) === accountOf(pair.previous)) return [];
    const serviceAccount = accountOf(pair.previous);
    const name = `${workload.object.kind} ${workload.object.metadata.name}`;
    return [
      ...undoRollout(situation, workload),
      {
        summary: `Run ${name} as the ServiceAccount ${serviceAccount} again, as revision ${pair.previous.revision} did.`,
        actions: [
          draftAction(situation, workload, {
            type: 'set-service-account',
            arguments: { serviceAccount },
            expected: `The pods of ${name} are created as ${serviceAccount}.`,
            evidence: pair.evidence,
          }),
        ],
      },
    ];
  },
};
