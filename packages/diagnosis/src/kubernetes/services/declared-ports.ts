import { containersOf } from '../pods/containers-of.ts';
import { portsOf } from './ports-of.ts';

/** A port that a container declares. */
export interface DeclaredPort {
  readonly name?: string | undefined;
  readonly port: number;
}

/** The ports that the containers of a pod or template declare, those of sidecars included. */
export function declaredPorts(pod: object): readonly DeclaredPort[] {
  return containersOf(pod)
    .filter(({ role }) => role === 'main' || role === 'sidecar')
    .flatMap(({ spec }) => portsOf(spec));
}
