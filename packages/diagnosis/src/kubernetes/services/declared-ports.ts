import { containersOf } from '../pods/containers-of.ts';
import type { DeclaredPort } from './declared-port.ts';
import { portsOf } from './ports-of.ts';

/** The ports that the containers of a pod or template declare, those of sidecars included. */
export function declaredPorts(pod: object): readonly DeclaredPort[] {
  return containersOf(pod)
    .filter(({ role }) => role === 'main' || role === 'sidecar')
    .flatMap(({ spec }) => portsOf(spec));
}
