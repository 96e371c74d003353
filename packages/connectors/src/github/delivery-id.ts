import type { Cryptography } from '@auto-ops/contracts';

/** The id of a delivery of GitHub, by whichever way it came: made of X-GitHub-Delivery, which a redelivery repeats. */
export function deliveryId(delivery: string, cryptography: Cryptography): string {
  return cryptography.sha256(`github\n${delivery.toLowerCase()}`);
}
