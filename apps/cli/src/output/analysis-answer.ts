import type { Analysis } from '@auto-ops/contracts';

/** How long reading and analysing took. */
export interface Milliseconds {
  readonly read: number;
  readonly analyse: number;
}

/** The members of an Analysis that the replay contract names, and the time it took. */
export function analysisAnswer(analysis: Analysis, milliseconds: Milliseconds) {
  const { bundle, verdict, summary, causes, findings, suspectChanges, affected, ruledOut, runbooks, diagnostics } =
    analysis;
  return {
    bundle,
    verdict,
    summary,
    causes,
    findings,
    suspectChanges,
    affected,
    ruledOut,
    runbooks,
    diagnostics,
    milliseconds,
  };
}
