import type { PolicyState, Severity } from '@auto-ops/contracts';
import type { LiveObject, Related } from '../action-definition.ts';
import type { PolicyLimits } from './policy-limits.ts';

/** What is known about the world when a plan is judged. What is not known never lowers a class. */
export interface PlanContext {
  /** RFC 3339. */
  readonly now: string;
  readonly severity: Severity;
  readonly state: PolicyState;
  readonly limits: PolicyLimits;
  /** The live target and what belongs to it (revisions, PodDisruptionBudgets), by action id; none for a repository. */
  readonly targets: Readonly<
    Record<string, { readonly object?: LiveObject | undefined; readonly related?: Related | undefined }>
  >;
  /** Confidence of the cause the plan is about, from 0 to 1. */
  readonly confidence?: number | undefined;
  /** Set where the evidence of this incident tries to give orders. */
  readonly isInjectionSuspected?: boolean | undefined;
}
