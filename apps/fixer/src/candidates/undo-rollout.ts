import type { ObjectItem } from '@auto-ops/diagnosis';
import { type RevisionPair, revisionPair } from '../situation/revision-pair.ts';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

/**
 * Back to the last healthy revision; none where there is no earlier one, or where `differs` says that it has the same fault.
 */
export function undoRollout(
  situation: Situation,
  workload: ObjectItem | undefined,
  differs: (pair: RevisionPair) => boolean = () => true,
): readonly Candidate[] {
  const pair = workload === undefined ? undefined : revisionPair(situation.view, workload);
  if (workload === undefined || pair === undefined || !differs(pair)) return [];
  const { kind, metadata } = workload.object;
  return [
    {
      summary: `Roll ${kind} ${metadata.name} back to revision ${pair.previous.revision}, the last one before the failing revision ${pair.present.revision}.`,
      actions: [
        draftAction(situation, workload, {
          type: 'rollout-undo',
          arguments: { revision: pair.previous.revision, source: pair.previous.source },
          expected: `${kind} ${metadata.name} runs the pod template of revision ${pair.previous.revision} and all its replicas are ready.`,
          evidence: pair.evidence,
        }),
      ],
    },
  ];
}
