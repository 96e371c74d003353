import type { PolicyState } from '@auto-ops/contracts';
import type { Store } from '../store/open-store.ts';

const hour = 3_600_000;

/** What limits and escalators are computed from, as of `now` (RFC 3339). */
export function policyState(store: Store, now: string): PolicyState {
  const before = (milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString();
  const today = store.reports.actionsSince(before(24 * hour));
  return {
    freezes: store.freezes.list(),
    recentActions: Object.fromEntries(store.reports.actionsSince(before(hour))),
    actionsToday: [...today.values()].reduce((sum, count) => sum + count, 0),
    failedVerifications: store.reports.failedVerificationsSince(before(24 * hour)),
  };
}
