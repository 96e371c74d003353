import type { Coverage } from '@auto-ops/contracts';

/**
 * Whether a kind was read completely in a namespace (everywhere, where none is given). What is said about the
 * namespace itself counts before what is said about all namespaces; one complete read is enough.
 */
export function covers(coverage: readonly Coverage[], kind: string, namespace?: string): boolean {
  const ofKind = coverage.filter((entry) => entry.kind === kind);
  const own = namespace === undefined ? [] : ofKind.filter((entry) => entry.namespace === namespace);
  const telling = own.length > 0 ? own : ofKind.filter((entry) => entry.namespace === undefined);
  return telling.some((entry) => entry.complete);
}
