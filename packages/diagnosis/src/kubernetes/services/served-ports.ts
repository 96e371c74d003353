import type { View } from '../../view.ts';
import { environmentOf } from '../configuration/environment-of.ts';
import type { Container } from '../pods/containers-of.ts';
import type { LivePod } from '../pods/live-pods.ts';
import { listeningPorts } from './listening-ports.ts';
import { portsOf } from './ports-of.ts';

/**
 * The ports that a container really serves: those its log names; where the log names none, those it declares and those
 * its environment names (`PORT=8080`).
 */
export function servedPorts(view: View, pod: LivePod, container: Container): readonly number[] {
  const logged = listeningPorts(view, pod, container).map(({ port }) => port);
  if (logged.length > 0) return [...new Set(logged)];
  const declared = portsOf(container.spec).map(({ port }) => port);
  const configured = [...environmentOf(container.spec)]
    .filter(([name]) => /^(?:HTTP_|SERVER_|APP_|LISTEN_)?PORT$/.test(name))
    .map(([, value]) => Number(value))
    .filter((port) => Number.isInteger(port) && port > 0);
  return [...new Set([...configured, ...declared])];
}
