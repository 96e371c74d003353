import type { EventItem, View } from '../../view.ts';
import { isPresentAt } from '../fields/is-present-at.ts';
import type { Container } from '../pods/containers-of.ts';
import { eventContainer } from '../pods/event-container.ts';
import type { LivePod } from '../pods/live-pods.ts';
import { type ProbeKind, probeKinds } from './probe-kinds.ts';
import { probeOf } from './probe-of.ts';

/** The failures of a container's probe, oldest first. */
export function probeFailures(view: View, pod: LivePod, container: Container, kind: ProbeKind): readonly EventItem[] {
  const start = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} probe `;
  const alone = pod.containers.filter(({ spec }) => isPresentAt(spec, `${kind}Probe`)).length === 1;
  return view.events(pod.item).filter((event) => {
    if (event.reason !== 'Unhealthy' || !event.message.startsWith(start)) return false;
    return alone || isAbout(view, event, container);
  });
}

function isAbout(view: View, event: EventItem, container: Container): boolean {
  const name = eventContainer(view, event);
  if (name !== undefined) return name === container.name;
  const port = /:(\d{2,5})(?:\/|:|\b)/.exec(event.message.replace(/https?:\/\//, ''))?.[1];
  return port !== undefined && probeKinds.some((kind) => probeOf(container, kind)?.port === Number(port));
}
