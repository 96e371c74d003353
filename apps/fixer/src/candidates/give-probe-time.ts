import type { JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { containerPairs } from '../situation/container-pairs.ts';
import { numberFact } from '../situation/number-fact.ts';
import { type ProbeInQuestion, probeInQuestion } from '../situation/probe-in-question.ts';
import { revisionPair } from '../situation/revision-pair.ts';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

const timings = ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const;

/**
 * The timings of the last healthy revision where they gave more time, otherwise an initial delay that covers the start:
 * what the container was seen to need and half as much again, or three times what it has now.
 */
export function giveProbeTime(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  const question = workload === undefined ? undefined : probeInQuestion(situation, workload);
  if (workload === undefined || question === undefined) return [];
  const { container, kind, probe } = question;
  const pair = revisionPair(situation.view, workload);
  const earlier =
    pair === undefined
      ? undefined
      : containerPairs(pair).find((entry) => entry.name === container.name)?.previous[`${kind}Probe`];
  const isRestored = earlier !== undefined && secondsOf(earlier) > secondsOf(probe);
  const changes = isRestored ? restored(probe, earlier) : delayed(situation, probe);
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  return [
    {
      summary: `Give container ${container.name} of ${target} more time before its ${kind} probe counts.`,
      actions: [
        draftAction(situation, workload, {
          type: 'set-probe',
          arguments: { container: container.name, probe: kind, ...changes },
          expected: `Container ${container.name} of ${target} starts without being killed by its ${kind} probe.`,
          ...(isRestored ? { evidence: pair?.evidence ?? [] } : {}),
        }),
      ],
    },
  ];
}

type Probe = ProbeInQuestion['probe'];

/** How long a container may take before the probe kills it. */
function secondsOf(probe: Probe): number {
  return (probe.initialDelaySeconds ?? 0) + (probe.periodSeconds ?? 10) * (probe.failureThreshold ?? 3);
}

function restored(probe: Probe, earlier: Probe): Record<string, JsonValue> {
  const changed = timings.filter((timing) => probe[timing] !== earlier[timing]);
  return Object.fromEntries(changed.map((timing) => [timing, earlier[timing] ?? null]));
}

function delayed(situation: Situation, probe: Probe): Record<string, JsonValue> {
  const seen = numberFact(situation, 'startSeconds');
  const needed = seen === undefined ? 3 * secondsOf(probe) : Math.ceil(seen * 1.5);
  return { initialDelaySeconds: Math.min(Math.max(needed, (probe.initialDelaySeconds ?? 0) + 10), 600) };
}
