import type { Delivery } from '../delivery.ts';

/**
 * Whether something had happened so many hours before its delivery came. A signature proves who wrote a body and not when: whoever kept an
 * old one could send it again once the journal has forgotten it.
 */
export function isOlder(at: string, hours: number, { receivedAt }: Delivery): boolean {
  return Date.parse(receivedAt) - Date.parse(at) > hours * 3_600_000;
}
