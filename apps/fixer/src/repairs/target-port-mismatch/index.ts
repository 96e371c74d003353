import { correctTargetPort } from '../../candidates/correct-target-port.ts';
import type { Repair } from '../../repair.ts';

/** A Service that sends to a port nobody serves: the port its pods declare or say they listen on. */
export const repair: Repair = {
  code: 'target-port-mismatch',
  repair: correctTargetPort,
};
