import type { ObjectItem } from '../../view.ts';

/** Which way a rule of a NetworkPolicy looks. */
export type Direction = 'Ingress' | 'Egress';

/** The other end of a connection: a pod, or an address outside. */
export interface Peer {
  readonly pod?: ObjectItem | undefined;
  readonly address?: string | undefined;
}

/** A port of a connection; `pod` is the pod that serves it, for rules that name ports. */
export interface TrafficPort {
  readonly port: number;
  readonly protocol: string;
  readonly pod?: ObjectItem | undefined;
}
