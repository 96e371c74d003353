import type { JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { type Container, readPath } from '@auto-ops/policy';
import { containerPairs } from '../situation/container-pairs.ts';
import { listFact } from '../situation/list-fact.ts';
import { numberFact } from '../situation/number-fact.ts';
import { type ProbeInQuestion, probeInQuestion } from '../situation/probe-in-question.ts';
import { revisionPair } from '../situation/revision-pair.ts';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';

/**
 * The port and path that the container serves: as the last healthy revision asked, as the finding saw them served, or as the one
 * port that the container declares.
 */
export function correctProbe(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  const question = workload === undefined ? undefined : probeInQuestion(situation, workload);
  if (workload === undefined || question === undefined) return [];
  const { container, kind, probe } = question;
  const pair = revisionPair(situation.view, workload);
  const earlier =
    pair === undefined ? undefined : containerPairs(pair).find((entry) => entry.name === container.name)?.previous;
  const wanted = wantedEndpoint(situation, question, earlier?.[`${kind}Probe`]);
  const asked: Record<string, JsonValue> = {};
  if (wanted.port !== undefined && wanted.port !== portOf(probe)) asked.port = wanted.port;
  if (wanted.path !== undefined && probe.httpGet !== undefined && wanted.path !== (probe.httpGet.path ?? '/'))
    asked.path = wanted.path;
  if (Object.keys(asked).length === 0) return [];
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  const words = Object.entries(asked).map(([name, value]) => `${name} ${String(value)}`);
  return [
    {
      summary: `Let the ${kind} probe of container ${container.name} of ${target} ask ${words.join(' and ')}.`,
      actions: [
        draftAction(situation, workload, {
          type: 'set-probe',
          arguments: { container: container.name, probe: kind, ...asked },
          expected: `The ${kind} probe of ${target} succeeds and its pods are ready.`,
          evidence: pair?.evidence ?? [],
        }),
      ],
    },
  ];
}

type Endpoint = { readonly port?: number | string | undefined; readonly path?: string | undefined };

function wantedEndpoint(
  situation: Situation,
  { container, probe }: ProbeInQuestion,
  earlier: ProbeInQuestion['probe'] | undefined,
): Endpoint {
  const asked = portOf(probe);
  const served = listFact(situation, 'servedPorts');
  const isServed = (port: number | string | undefined) => served.length === 0 || served.includes(String(port));
  const before: Endpoint = { port: earlier === undefined ? undefined : portOf(earlier), path: earlier?.httpGet?.path };
  const isChanged =
    (before.port !== undefined && before.port !== asked) ||
    (before.path !== undefined && before.path !== probe.httpGet?.path);
  // A named port is served where its number is.
  if (isChanged && (typeof before.port !== 'number' || isServed(before.port))) return before;
  const seen = numberFact(situation, 'servedPort');
  if (seen !== undefined && typeof asked === 'number' && !isServed(asked)) return { port: seen };
  const declared = declaredPorts(container);
  const isDeclared = declared.some((port) => port.number === asked || port.name === asked);
  if (!isDeclared && declared.length === 1) return { port: declared[0]?.number };
  const paths = listFact(situation, 'otherPaths');
  return paths.length === 1 ? { path: paths[0] } : {};
}

function portOf(probe: ProbeInQuestion['probe']): number | string | undefined {
  return probe.httpGet?.port ?? probe.tcpSocket?.port ?? probe.grpc?.port;
}

function declaredPorts(container: Container): { readonly number: number; readonly name: string | undefined }[] {
  const ports = readPath(container, 'ports');
  return (Array.isArray(ports) ? (ports as unknown[]) : []).flatMap((port) => {
    const number = readPath(port, 'containerPort');
    const name = readPath(port, 'name');
    return typeof number === 'number' ? [{ number, name: typeof name === 'string' ? name : undefined }] : [];
  });
}
