import { timingSafeEqual } from 'node:crypto';
import { nodeCryptography } from '@auto-ops/runtime';

/** Whether one of the secrets made `signature`, as X-Hub-Signature-256 has it, over exactly this text; in the same time for each answer. */
export function verifySignature(secrets: readonly string[], text: string, signature: string | undefined): boolean {
  const given = /^sha256=([0-9a-f]{64})$/.exec(signature ?? '')?.[1];
  const bytes = Buffer.from(given ?? '0'.repeat(64), 'hex');
  const fits = secrets.filter((secret) =>
    timingSafeEqual(Buffer.from(nodeCryptography.hmac(secret, text), 'hex'), bytes),
  );
  return given !== undefined && fits.length > 0;
}
