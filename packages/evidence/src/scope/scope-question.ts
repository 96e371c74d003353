import type { Incident, Scope, Subject } from '@auto-ops/contracts';

/** What a scope is planned from. */
export interface ScopeQuestion {
  readonly incident: Incident;
  readonly scope: Scope;
  readonly targets: readonly Subject[];
}
