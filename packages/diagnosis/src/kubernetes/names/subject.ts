import type { Subject } from '@auto-ops/contracts';

/** A subject of its parts, without a namespace where the kind has none. */
export function subject(apiVersion: string, kind: string, namespace: string | undefined, name: string): Subject {
  return namespace === undefined ? { apiVersion, kind, name } : { apiVersion, kind, namespace, name };
}
