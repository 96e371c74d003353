import type { CheckResult } from '@auto-ops/contracts';

/** What the rehearsal of one action came to, before its class is added. */
export interface ActionRehearsal {
  readonly id: string;
  readonly managedBy?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly diff?: string | undefined;
  readonly result: CheckResult['result'];
  readonly checks: readonly CheckResult[];
}
