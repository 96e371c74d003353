import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import type { Cryptography } from '@auto-ops/contracts';

/** The cryptography port over Node.js. */
export const nodeCryptography: Cryptography = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmac: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest('hex'),
  verifyEd25519(publicKey, text, signature) {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
  },
};
