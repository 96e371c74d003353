import type { JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { type Container, readPath } from '@auto-ops/policy';
import { containerPairs } from '../situation/container-pairs.ts';
import { revisionPair } from '../situation/revision-pair.ts';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

/** The requests and limits of CPU and memory that the last healthy revision had, container by container. */
export function restoreResources(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  const pair = workload === undefined ? undefined : revisionPair(situation.view, workload);
  if (workload === undefined || pair === undefined) return [];
  const changed = containerPairs(pair)
    .map(({ name, present, previous }) => ({
      name,
      requests: changesOf(present, previous, 'requests'),
      limits: changesOf(present, previous, 'limits'),
    }))
    .filter(({ requests, limits }) => Object.keys({ ...requests, ...limits }).length > 0);
  if (changed.length === 0) return [];
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  return [
    {
      summary: `Give ${target} the requests and limits of revision ${pair.previous.revision} and keep the rest of revision ${pair.present.revision}.`,
      actions: changed.map(({ name, requests, limits }) =>
        draftAction(situation, workload, {
          type: 'set-resources',
          arguments: {
            container: name,
            ...(Object.keys(requests).length === 0 ? {} : { requests }),
            ...(Object.keys(limits).length === 0 ? {} : { limits }),
          },
          expected: `The pods of ${target} are admitted and placed.`,
          evidence: pair.evidence,
        }),
      ),
    },
  ];
}

function changesOf(present: Container, previous: Container, list: 'requests' | 'limits'): Record<string, JsonValue> {
  const entries = ['cpu', 'memory'].map((resource) => ({
    resource,
    now: readPath(present.resources, list, resource),
    before: readPath(previous.resources, list, resource),
  }));
  return Object.fromEntries(
    entries
      .filter(({ now, before }) => now !== before)
      .map(({ resource, before }) => [resource, before === undefined ? null : String(before)]),
  );
}
