import type { ObjectItem } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

/** As many replicas as there are pods now: what the quota admits. Nothing that runs stops. */
export function scaleIntoQuota(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  if (workload === undefined || workload.object.kind === 'DaemonSet') return [];
  const wanted = Number(readPath(workload.object, 'spec', 'replicas') ?? 1);
  const admitted = Number(readPath(workload.object, 'status', 'replicas') ?? 0);
  if (admitted < 1 || admitted >= wanted) return [];
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  return [
    {
      summary: `Scale ${target} from ${wanted} back to ${admitted} replicas, all that the quota admits; nothing that runs stops.`,
      actions: [
        draftAction(situation, workload, {
          type: 'scale',
          arguments: { replicas: admitted },
          expected: `${target} has all ${admitted} replicas and asks for no more than the quota allows.`,
        }),
      ],
    },
  ];
}
