import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { isPresentAt } from '../fields/is-present-at.ts';
import type { Container } from '../pods/containers-of.ts';
import { portsOf } from '../services/ports-of.ts';
import type { ProbeKind } from './probe-kinds.ts';

/** A probe of a container, read. */
export interface Probe {
  readonly kind: ProbeKind;
  readonly action: 'http' | 'tcp' | 'grpc' | 'exec';
  /** The port's number, resolved where the probe names it. */
  readonly port?: number | undefined;
  /** The name of the port, where the probe asks by name. */
  readonly portName?: string | undefined;
  readonly path?: string | undefined;
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly failureThreshold: number;
  readonly timeoutSeconds: number;
}

/** The probe of that kind; undefined where the container has none. */
export function probeOf(container: Container, kind: ProbeKind): Probe | undefined {
  const field = `${kind}Probe`;
  if (!isPresentAt(container.spec, field)) return undefined;
  const spec = fieldsAt(container.spec, field);
  const action = isPresentAt(spec, 'httpGet')
    ? 'http'
    : isPresentAt(spec, 'tcpSocket')
      ? 'tcp'
      : isPresentAt(spec, 'grpc')
        ? 'grpc'
        : 'exec';
  const holder = fieldsAt(spec, { http: 'httpGet', tcp: 'tcpSocket', grpc: 'grpc', exec: 'exec' }[action]);
  const portName = textField(holder, 'port');
  return {
    kind,
    action,
    port: numberField(holder, 'port') ?? portsOf(container.spec).find(({ name }) => name === portName)?.port,
    portName,
    path: action === 'http' ? (textField(holder, 'path') ?? '/') : undefined,
    initialDelaySeconds: numberField(spec, 'initialDelaySeconds') ?? 0,
    periodSeconds: numberField(spec, 'periodSeconds') ?? 10,
    failureThreshold: numberField(spec, 'failureThreshold') ?? 3,
    timeoutSeconds: numberField(spec, 'timeoutSeconds') ?? 1,
  };
}
