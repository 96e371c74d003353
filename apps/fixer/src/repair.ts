import type { CauseCode } from '@auto-ops/contracts';
import type { Candidate } from './candidates/candidate.ts';
import type { Situation } from './situation/situation.ts';

/**
 * One folder below `repairs/`, found by the generated registry: what can be done about one cause. It is pure and proposes only
 * what the evidence supports, surest first: what was proved to work, then the last healthy revision, then a near guess.
 */
export interface Repair {
  readonly code: CauseCode;
  /** Ordered; the next one is tried when a review asks for changes. None where nothing safe is known. */
  repair(situation: Situation): readonly Candidate[];
}
