import { createHash, createHmac, verify } from 'node:crypto';
import type { Cryptography } from '@auto-ops/contracts';

/** The port over Node.js, for tests alone. */
export const cryptography: Cryptography = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmac: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest('hex'),
  verifyEd25519: (publicKey, text, signature) =>
    verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64url')),
};
