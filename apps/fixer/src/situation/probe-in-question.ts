import type { ObjectItem } from '@auto-ops/diagnosis';
import type { Container } from '@auto-ops/policy';
import { containersOf } from './containers-of.ts';
import type { Situation } from './situation.ts';
import { textFact } from './text-fact.ts';

const kinds = ['startup', 'liveness', 'readiness'] as const;

/** One probe of one container. */
export interface ProbeInQuestion {
  readonly container: Container;
  readonly kind: (typeof kinds)[number];
  readonly probe: NonNullable<Container['readinessProbe']>;
}

/** The probe the findings speak of: by their facts, else by the words of the kubelet's events, else the only one there is. */
export function probeInQuestion(situation: Situation, workload: ObjectItem): ProbeInQuestion | undefined {
  const name = textFact(situation, 'container');
  const probes = containersOf(workload)
    .filter((container) => name === undefined || container.name === name)
    .flatMap((container) =>
      kinds.flatMap((kind) => {
        const probe = container[`${kind}Probe`];
        return probe === undefined ? [] : [{ container, kind, probe }];
      }),
    );
  const named = textFact(situation, 'probe');
  const fromFact = probes.find((entry) => entry.kind === named);
  if (fromFact !== undefined) return fromFact;
  const messages = situation.view
    .pods(workload)
    .flatMap((pod) => situation.view.events(pod).map((event) => event.message));
  const failing = probes.filter(({ kind }) =>
    messages.some((message) => message.toLowerCase().includes(`${kind} probe failed`)),
  );
  return failing[0] ?? (probes.length === 1 ? probes[0] : undefined);
}
