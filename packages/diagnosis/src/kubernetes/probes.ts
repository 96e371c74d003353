import type { EventItem, View } from '../view.ts';
import type { Container } from './container-state.ts';
import { eventContainer } from './event-container.ts';
import { fieldsAt, isPresentAt, numberAt, textAt } from './fields.ts';
import type { LivePod } from './live-pods.ts';
import { portsOf } from './services.ts';

/** The kinds of probes, in the order in which they matter for a pod that does not come up. */
export const probeKinds = ['startup', 'liveness', 'readiness'] as const;
export type ProbeKind = (typeof probeKinds)[number];

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
  const portName = textAt(holder, 'port');
  return {
    kind,
    action,
    port: numberAt(holder, 'port') ?? portsOf(container.spec).find(({ name }) => name === portName)?.port,
    portName,
    path: action === 'http' ? (textAt(holder, 'path') ?? '/') : undefined,
    initialDelaySeconds: numberAt(spec, 'initialDelaySeconds') ?? 0,
    periodSeconds: numberAt(spec, 'periodSeconds') ?? 10,
    failureThreshold: numberAt(spec, 'failureThreshold') ?? 3,
    timeoutSeconds: numberAt(spec, 'timeoutSeconds') ?? 1,
  };
}

/** How a probe failed, by the kubelet's words. */
export type ProbeAnswer =
  | 'refused'
  | 'not-found'
  | 'wrong-scheme'
  | 'not-executable'
  | 'timeout'
  | 'unavailable'
  | 'other';

/** The failures of a container's probe, oldest first. */
export function probeFailures(view: View, pod: LivePod, container: Container, kind: ProbeKind): readonly EventItem[] {
  const start = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} probe `;
  const alone = pod.containers.filter(({ spec }) => isPresentAt(spec, `${kind}Probe`)).length === 1;
  return view.events(pod.item).filter((event) => {
    if (event.reason !== 'Unhealthy' || !event.message.startsWith(start)) return false;
    return alone || isAbout(view, event, container);
  });
}

/** The events of the kubelet that it kills this container for its probe. */
export function probeKills(view: View, pod: LivePod, container: Container): readonly EventItem[] {
  const pattern = /failed (?:liveness|startup) probe|Liveness probe failed/i;
  return view
    .events(pod.item)
    .filter(({ reason, message }) => reason === 'Killing' && pattern.test(message) && message.includes(container.name));
}

/** What the message of a failed probe says. */
export function probeAnswer(message: string): ProbeAnswer {
  if (/statuscode: (?:404|405)/.test(message)) return 'not-found';
  if (/HTTP response to HTTPS client|HTTP request to an HTTPS server|malformed HTTP|statuscode: 400/.test(message))
    return 'wrong-scheme';
  if (/connection refused|no route to host/.test(message)) return 'refused';
  if (/executable file not found|no such file or directory|OCI runtime exec failed|not found/i.test(message))
    return 'not-executable';
  if (/statuscode: 5\d\d/.test(message)) return 'unavailable';
  if (/deadline exceeded|timed? ?out/i.test(message)) return 'timeout';
  return 'other';
}

function isAbout(view: View, event: EventItem, container: Container): boolean {
  const name = eventContainer(view, event);
  if (name !== undefined) return name === container.name;
  const port = /:(\d{2,5})(?:\/|:|\b)/.exec(event.message.replace(/https?:\/\//, ''))?.[1];
  return port !== undefined && probeKinds.some((kind) => probeOf(container, kind)?.port === Number(port));
}
