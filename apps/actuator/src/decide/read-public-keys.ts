import { readFileSync } from 'node:fs';
import { AutoOpsError } from '@auto-ops/contracts';

/** The public keys by key id from `keyId=path,…`; throws CONFIGURATION_INVALID where there is none or one cannot be read. */
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
