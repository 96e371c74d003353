import type { ObjectItem } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import type { Situation } from '../situation/situation.ts';
import { subjectItem } from '../situation/subject-item.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';
import { nearestText } from './nearest-text.ts';

interface Backend {
  readonly host: string | null;
  readonly path: string | null;
  readonly service: string;
  readonly port: unknown;
}

/** For each backend that does not exist, the Service of nearly that name and a port it has. */
export function correctBackend(situation: Situation): readonly Candidate[] {
  const ingress = subjectItem(situation);
  if (ingress === undefined || ingress.object.kind !== 'Ingress') return [];
  const { view } = situation;
  const namespace = ingress.object.metadata.namespace;
  const services = view.objects('Service').filter((item) => item.object.metadata.namespace === namespace);
  const actions = backendsOf(ingress).flatMap((backend) => {
    const existing = services.find((item) => item.object.metadata.name === backend.service);
    if (existing === undefined && !view.covers('Service', namespace)) return [];
    const name =
      existing === undefined
        ? nearestText(
            backend.service,
            services.map((item) => item.object.metadata.name),
          )
        : backend.service;
    const service = services.find((item) => item.object.metadata.name === name);
    const port = service === undefined ? undefined : portOf(service, backend.port);
    if (service === undefined || name === undefined || port === undefined) return [];
    if (existing !== undefined && port === backend.port) return [];
    const { host, path } = backend;
    return [
      draftAction(situation, ingress, {
        type: 'set-backend',
        arguments: { host, path, service: name, port },
        expected: `${host ?? 'Any host'} ${path ?? ''} is answered by Service ${name}.`,
        evidence: [service.id],
      }),
    ];
  });
  if (actions.length === 0) return [];
  const names = [...new Set(actions.map((action) => String(action.arguments.service)))];
  return [{ summary: `Let Ingress ${ingress.object.metadata.name} route to Service ${names.join(', ')}.`, actions }];
}

function backendsOf(ingress: ObjectItem): readonly Backend[] {
  const read = (host: string | null, path: string | null, backend: unknown): Backend[] => {
    const service = readPath(backend, 'service', 'name');
    const port = readPath(backend, 'service', 'port', 'number') ?? readPath(backend, 'service', 'port', 'name');
    return typeof service === 'string' ? [{ host, path, service, port }] : [];
  };
  const rules = listOf(readPath(ingress.object, 'spec', 'rules')).flatMap((rule) =>
    listOf(readPath(rule, 'http', 'paths')).flatMap((entry) => {
      const path = readPath(entry, 'path');
      const host = readPath(rule, 'host');
      return read(
        typeof host === 'string' ? host : null,
        typeof path === 'string' ? path : null,
        readPath(entry, 'backend'),
      );
    }),
  );
  return [...read(null, null, readPath(ingress.object, 'spec', 'defaultBackend')), ...rules];
}

/** The asked port where the Service has it, otherwise its only one. */
function portOf(service: ObjectItem, asked: unknown): number | string | undefined {
  const ports = listOf(readPath(service.object, 'spec', 'ports'));
  if (ports.some((port) => readPath(port, 'port') === asked || readPath(port, 'name') === asked))
    return asked as number | string;
  const only = readPath(ports[0], 'port');
  return ports.length === 1 && typeof only === 'number' ? only : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
