import type { RiskFinding } from '@auto-ops/contracts';

/** The findings as `R3 code`, in their order. */
export function codesOf({ findings }: { readonly findings: readonly RiskFinding[] }): string[] {
  return findings.map(({ code, class: risk }) => `${risk} ${code}`);
}
