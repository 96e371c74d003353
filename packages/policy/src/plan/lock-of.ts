import type { Cryptography, Identifier } from '@auto-ops/contracts';

/** The name of the lock that keeps two runs from changing one namespace at once; cluster-scoped targets share one. */
export function lockOf(
  cluster: string | undefined,
  namespace: string | undefined,
  cryptography: Cryptography,
): Identifier {
  return `lock-${cryptography.sha256(`${cluster ?? ''}\n${namespace ?? ''}`).slice(0, 16)}`;
}
