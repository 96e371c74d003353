import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from '@auto-ops/workspace';

/** A random secret of this installation, made at the first start, readable by its owner alone. */
export function keptSecret(file: string): string {
  if (!existsSync(file)) {
    replaceFile(file, `${randomBytes(32).toString('base64url')}\n`, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}
