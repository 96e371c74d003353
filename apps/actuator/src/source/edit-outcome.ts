import type { CheckResult } from '@auto-ops/contracts';

/** What edits of a repository came to. */
export interface EditOutcome {
  readonly result: 'passed' | 'failed';
  readonly checks: readonly CheckResult[];
  /** As git shows it; empty where nothing changed. */
  readonly diff: string;
}
