import type { JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import { numberFact } from '../situation/number-fact.ts';
import type { Situation } from '../situation/situation.ts';
import { subjectItem } from '../situation/subject-item.ts';
import { textFact } from '../situation/text-fact.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';
import { nearestText } from './nearest-text.ts';

interface DeclaredPort {
  readonly number: number;
  readonly name: string | undefined;
  readonly evidence: string;
}

/** For each port of the Service that its pods do not serve, the port they do. */
export function correctTargetPort(situation: Situation): readonly Candidate[] {
  const service = subjectItem(situation);
  if (service === undefined || service.object.kind !== 'Service') return [];
  const { name, namespace } = service.object.metadata;
  const selector = (readPath(service.object, 'spec', 'selector') ?? {}) as Record<string, string>;
  const declared = situation.view.podsMatching(namespace, selector).flatMap(declaredPorts);
  const wanted = textFact(situation, 'suggestedTarget');
  const actions = listOf(readPath(service.object, 'spec', 'ports')).flatMap((entry) => {
    const port = Number(readPath(entry, 'port'));
    const target = readPath(entry, 'targetPort') ?? port;
    if (declared.some((candidate) => candidate.number === target || candidate.name === target)) return [];
    if (numberFact(situation, 'port') !== undefined && numberFact(situation, 'port') !== port) return [];
    const found = wanted === undefined ? servedPort(entry, port, target, declared) : readPort(wanted);
    if (found === undefined || found === target) return [];
    return [
      draftAction(situation, service, {
        type: 'set-port',
        arguments: { port, targetPort: found },
        expected: `Connections to port ${port} of Service ${name} reach port ${found} of its pods.`,
        evidence: declared.slice(0, 2).map((candidate) => candidate.evidence),
      }),
    ];
  });
  if (actions.length === 0) return [];
  const words = actions.map(
    (action) => `port ${String(action.arguments.port)} to ${String(action.arguments.targetPort)}`,
  );
  return [{ summary: `Let Service ${name} send ${words.join(' and ')}, where its pods listen.`, actions }];
}

function servedPort(
  entry: unknown,
  port: number,
  target: unknown,
  declared: readonly DeclaredPort[],
): (JsonValue & (string | number)) | undefined {
  const numbers = [...new Set(declared.map((candidate) => candidate.number))];
  if (numbers.length === 1) return numbers[0];
  const name = readPath(entry, 'name');
  const named = declared.find((candidate) => candidate.name !== undefined && candidate.name === name);
  if (named !== undefined) return named.number;
  if (numbers.includes(port)) return port;
  if (typeof target !== 'string') return undefined;
  return nearestText(
    target,
    declared.map((candidate) => candidate.name).filter((candidate) => candidate !== undefined),
  );
}

function declaredPorts(pod: ObjectItem): DeclaredPort[] {
  return listOf(readPath(pod.object, 'spec', 'containers')).flatMap((container) =>
    listOf(readPath(container, 'ports')).flatMap((port) => {
      const number = readPath(port, 'containerPort');
      const name = readPath(port, 'name');
      return typeof number === 'number'
        ? [{ number, name: typeof name === 'string' ? name : undefined, evidence: pod.id }]
        : [];
    }),
  );
}

function readPort(text: string): number | string {
  return /^[0-9]+$/.test(text) ? Number(text) : text;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
