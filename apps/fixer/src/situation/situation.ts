import type { Analysis, Cause, Finding } from '@auto-ops/contracts';
import type { View } from '@auto-ops/diagnosis';

/** What a repair is about: the first cause, the findings that prove it, and everything that was seen. */
export interface Situation {
  readonly analysis: Analysis;
  readonly cause: Cause;
  /** Findings of the cause's code, those about its subject first. */
  readonly findings: readonly Finding[];
  readonly view: View;
}
