import type { ObjectItem } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import { numberFact } from '../situation/number-fact.ts';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

/** The Deployment controller's words, in the order of present and of older versions. */
const scaledDown = /^Scaled down replica set \S+ (?:from ([0-9]+) to 0|to 0 from ([0-9]+))$/;

/** The number of replicas a workload had before it was scaled to zero; one where nothing tells it. */
export function scaleBack(situation: Situation, workload: ObjectItem): readonly Candidate[] {
  if (readPath(workload.object, 'spec', 'replicas') !== 0) return [];
  const last = situation.view
    .events(workload)
    .map((event) => ({ event, match: scaledDown.exec(event.message) }))
    .filter(({ match }) => match !== null)
    .at(-1);
  const replicas = Math.max(
    1,
    numberFact(situation, 'previousReplicas') ?? Number(last?.match?.[1] ?? last?.match?.[2] ?? 1),
  );
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  return [
    {
      summary: `Scale ${target} back from 0 to ${replicas} replicas.`,
      actions: [
        draftAction(situation, workload, {
          type: 'scale',
          arguments: { replicas },
          expected: `${target} has ${replicas} ready replicas and its callers reach it.`,
          evidence: last === undefined ? [] : [last.event.id],
        }),
      ],
    },
  ];
}
