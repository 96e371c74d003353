import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { replaceFile } from '@auto-ops/workspace';

/** The key that signs decisions; only the gateway's api role has it. */
export interface DecisionKey {
  readonly id: string;
  /** The public half in PEM, and where it lies. */
  readonly publicKey: string;
  readonly publicKeyFile: string;
  /** Ed25519 over UTF-8 text, base64url. */
  sign(text: string): string;
}

function generated(file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  replaceFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  return readFileSync(file, 'utf8');
}

function parsed(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below without the key's text.
  }
  throw new AutoOpsError('CONFIGURATION_INVALID', 'AUTO_OPS_DECISION_KEY is no Ed25519 private key in PEM', {
    hint: 'Make one with `openssl genpkey -algorithm ed25519`.',
  });
}

/** Reads the configured key, or the one of the data folder, which is made at the first start; writes the public half beside it. */
export function openDecisionKey(folder: string, configured: string | undefined): DecisionKey {
  const file = join(folder, 'decision-key.pem');
  const key = parsed(configured ?? (existsSync(file) ? readFileSync(file, 'utf8') : generated(file)));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string;
  const publicKeyFile = join(folder, 'decision-key.pub.pem');
  replaceFile(publicKeyFile, publicKey);
  return {
    id: nodeCryptography.sha256(publicKey).slice(0, 16),
    publicKey,
    publicKeyFile,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64url'),
  };
}
