import type { Store } from '../store/open-store.ts';
import { nextOwnRetry } from './next-own-retry.ts';
import type { OwnRetries } from './own-retries.ts';

/** Queues another run of every incident whose alert was told of again after it had ended, once its rest is over. Returns their ids. */
export function retryStillFiring(store: Store, retries: OwnRetries, time: string): string[] {
  const due = store.incidents.firingAgain().filter((record) => {
    const next = nextOwnRetry(record, retries);
    return next !== undefined && Date.parse(next) <= Date.parse(time);
  });
  for (const { incident, ending, ownRetries } of due) {
    store.together(() => {
      const run = store.incidents.retry(incident.id, 'own');
      store.audit.append({
        actor: 'auto-ops',
        kind: 'incident-retried',
        subject: incident.id,
        detail: { run, reason: 'the alert still fires', ending, retry: ownRetries + 1, most: retries.most },
      });
    });
  }
  return due.map(({ incident }) => incident.id);
}
