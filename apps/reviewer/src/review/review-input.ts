import type {
  Analysis,
  Check,
  Cryptography,
  Digest,
  Evidence,
  Incident,
  Plan,
  Rehearsal,
  Review,
} from '@auto-ops/contracts';
import type { View } from '@auto-ops/diagnosis';
import type { PolicyLimits } from '@auto-ops/policy';

/** Everything a plan is reviewed by; documents of other steps are read as data and trusted in nothing. */
export interface ReviewInput {
  readonly incident: Incident;
  readonly attempt: number;
  readonly plan: Plan;
  readonly planHash: Digest;
  readonly analysis: Analysis;
  readonly view: View;
  readonly evidence: readonly Evidence[];
  /** Absent where the step did not run. */
  readonly rehearsal?: Rehearsal | undefined;
  readonly check?: Check | undefined;
  /** Earlier attempts with their reviews, oldest first. */
  readonly earlier: readonly { readonly plan: Plan; readonly planHash: Digest; readonly review: Review }[];
  /** The repository's files that the plan edits, by path; absent where there is no checkout or the file is not there. */
  readonly files: ReadonlyMap<string, string>;
  readonly limits: PolicyLimits;
  /** Globs of the files that may be edited. */
  readonly editPaths: readonly string[];
  readonly cryptography: Cryptography;
}
