import type { ReviewInput } from './review-input.ts';

/** What one check says about the plan or one of its actions. */
export interface Opinion {
  readonly result: 'passed' | 'failed' | 'not-run';
  /** What was seen, with the values; for a failure also what the next attempt has to change. */
  readonly detail: string;
  readonly action?: string | undefined;
  /** Set where no further attempt could help: policy never allows it. */
  readonly isFinal?: boolean;
}

/** One file below `checks/`: a deterministic check that no words of a plan can talk round. */
export interface ReviewCheck {
  readonly name: string;
  run(input: ReviewInput): readonly Opinion[];
}
