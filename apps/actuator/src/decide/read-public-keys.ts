import { readFileSync } from 'node:fs';
import { AutoOpsError } from '@auto-ops/contracts';

const inline = 'spki:';

/** The public keys, in PEM, by key id from `keyId=path,keyId=spki:base64,…`; throws CONFIGURATION_INVALID where there is none or one cannot be read. */
export function readPublicKeys(setting: string | undefined): Readonly<Record<string, string>> {
  if (setting === undefined) {
    throw new AutoOpsError(
      'CONFIGURATION_INVALID',
      'AUTO_OPS_DECISION_PUBLIC_KEYS is not set; no decision can be verified',
    );
  }
  return Object.fromEntries(
    setting.split(',').map((entry) => {
      const separator = entry.indexOf('=');
      const [keyId, path] = [entry.slice(0, separator).trim(), entry.slice(separator + 1).trim()];
      if (path.startsWith(inline)) return [keyId, pemOf(path.slice(inline.length))];
      try {
        return [keyId, readFileSync(path, 'utf8')];
      } catch (cause) {
        throw new AutoOpsError('CONFIGURATION_INVALID', `AUTO_OPS_DECISION_PUBLIC_KEYS: ${path} cannot be read`, {
          cause,
        });
      }
    }),
  );
}

/** The text of a PEM file around base64 of DER, on one line: a public key is shorter than the sixty-four characters of one. */
function pemOf(base64: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`;
}
