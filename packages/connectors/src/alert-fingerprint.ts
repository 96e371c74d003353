import { type Alert, type Cryptography, canonicalJson } from '@auto-ops/contracts';

/** What makes an alert the same alert: its name and labels, never its texts. */
export function alertFingerprint(alert: Pick<Alert, 'name' | 'labels'>, cryptography: Cryptography): string {
  return cryptography.sha256(canonicalJson({ name: alert.name, labels: alert.labels }));
}
