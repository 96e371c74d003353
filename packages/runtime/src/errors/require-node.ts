import { AutoOpsError } from '@auto-ops/contracts';

/** Throws RUNTIME_TOO_OLD below Node.js 24, which lacks what the stores and clients need. */
export function requireNode(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) < 24) {
    throw new AutoOpsError('RUNTIME_TOO_OLD', `Node.js ${version} is too old: auto-ops needs 24 or newer`);
  }
}
