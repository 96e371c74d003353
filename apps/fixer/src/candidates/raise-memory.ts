import type { ObjectItem } from '@auto-ops/diagnosis';
import { parseQuantity, readPath } from '@auto-ops/policy';
import { containerPairs } from '../situation/container-pairs.ts';
import { containersOf } from '../situation/containers-of.ts';
import { revisionPair } from '../situation/revision-pair.ts';
import type { Situation } from '../situation/situation.ts';
import { textFact } from '../situation/text-fact.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

/** Policy lets one change double a limit; a need beyond that is for a person to understand. */
const factor = 2;

/** A higher memory limit for the container that was killed: what it had before where that is enough, otherwise the double. */
export function raiseMemory(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  if (workload === undefined) return [];
  const name = textFact(situation, 'container') ?? killedContainer(situation, workload);
  const container = containersOf(workload).find((entry) => entry.name === name);
  const present = readPath(container?.resources, 'limits', 'memory');
  const bytes = parseQuantity(String(present ?? ''));
  if (container === undefined || bytes === undefined || bytes <= 0) return [];
  const pair = revisionPair(situation.view, workload);
  const earlier =
    pair === undefined ? undefined : containerPairs(pair).find((entry) => entry.name === container.name)?.previous;
  const earlierText = readPath(earlier?.resources, 'limits', 'memory');
  const earlierBytes = parseQuantity(String(earlierText ?? '')) ?? 0;
  const isRestored = earlierBytes > bytes && earlierBytes <= bytes * factor;
  const wanted = isRestored ? String(earlierText) : memoryText(bytes * factor);
  const wantedBytes = isRestored ? earlierBytes : bytes * factor;
  // A limit that was cut to less than half is mended by its revision, not by a smaller limit than the one that worked.
  if (earlierBytes > bytes * factor || wantedBytes > largestNode(situation)) return [];
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  const reason = isRestored ? `which revision ${pair?.previous.revision} had` : `twice the present ${String(present)}`;
  return [
    {
      summary: `Raise the memory limit of container ${container.name} of ${target} to ${wanted}, ${reason}.`,
      actions: [
        draftAction(situation, workload, {
          type: 'set-resources',
          arguments: { container: container.name, limits: { memory: wanted } },
          expected: `Container ${container.name} of ${target} is no longer killed for its memory.`,
          ...(isRestored ? { evidence: pair?.evidence ?? [] } : {}),
        }),
      ],
    },
  ];
}

function killedContainer(situation: Situation, workload: ObjectItem): string | undefined {
  for (const pod of situation.view.pods(workload)) {
    const statuses = readPath(pod.object, 'status', 'containerStatuses');
    for (const status of Array.isArray(statuses) ? (statuses as unknown[]) : []) {
      const reasons = ['state', 'lastState'].map((state) => readPath(status, state, 'terminated', 'reason'));
      if (reasons.includes('OOMKilled')) return String(readPath(status, 'name'));
    }
  }
  const containers = containersOf(workload);
  return containers.length === 1 ? containers[0]?.name : undefined;
}

function largestNode(situation: Situation): number {
  const sizes = situation.view
    .objects('Node')
    .map((node) => parseQuantity(String(readPath(node.object, 'status', 'allocatable', 'memory') ?? '')) ?? 0);
  return sizes.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...sizes);
}

function memoryText(bytes: number): string {
  for (const [unit, size] of [
    ['Gi', 2 ** 30],
    ['Mi', 2 ** 20],
    ['Ki', 2 ** 10],
  ] as const) {
    if (bytes % size === 0) return `${bytes / size}${unit}`;
  }
  return String(Math.floor(bytes));
}
