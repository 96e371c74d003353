import type { ObjectItem } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import { containerPairs } from '../situation/container-pairs.ts';
import { revisionPair } from '../situation/revision-pair.ts';
import type { Situation } from '../situation/situation.ts';
import { textFact } from '../situation/text-fact.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

const pullReasons = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
]);

/** The image of the last healthy revision for each container whose image cannot be had. */
export function restoreImage(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  const pair = workload === undefined ? undefined : revisionPair(situation.view, workload);
  if (workload === undefined || pair === undefined) return [];
  const failing = failingContainers(situation, workload);
  const changed = containerPairs(pair).filter(
    ({ name, present, previous }) => present.image !== previous.image && (failing.size === 0 || failing.has(name)),
  );
  if (changed.length === 0) return [];
  const { kind, metadata } = workload.object;
  return [
    {
      summary: `Set the image of ${kind} ${metadata.name} back to ${changed.map(({ previous }) => previous.image).join(', ')}, which revision ${pair.previous.revision} ran.`,
      actions: changed.map(({ name, previous }) =>
        draftAction(situation, workload, {
          type: 'set-image',
          arguments: { container: name, image: previous.image ?? '' },
          expected: `Container ${name} of ${kind} ${metadata.name} starts from ${previous.image} and its pods become ready.`,
          evidence: pair.evidence,
        }),
      ),
    },
  ];
}

function failingContainers(situation: Situation, workload: ObjectItem): ReadonlySet<string> {
  const named = textFact(situation, 'container');
  if (named !== undefined) return new Set([named]);
  const statuses = situation.view.pods(workload).flatMap((pod) => {
    const lists = [
      readPath(pod.object, 'status', 'containerStatuses'),
      readPath(pod.object, 'status', 'initContainerStatuses'),
    ];
    return lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  });
  const waiting = statuses.filter((status) => pullReasons.has(String(readPath(status, 'state', 'waiting', 'reason'))));
  return new Set(waiting.map((status) => String(readPath(status, 'name'))));
}
