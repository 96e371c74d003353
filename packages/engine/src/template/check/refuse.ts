import { AutoOpsError } from '@auto-ops/contracts';

/** Throws TEMPLATE_INVALID at a path. */
export function refuse(path: string, reason: string): never {
  throw new AutoOpsError('TEMPLATE_INVALID', `${path}: ${reason}`, { data: { path } });
}
