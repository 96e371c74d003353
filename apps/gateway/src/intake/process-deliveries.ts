import { setImmediate } from 'node:timers/promises';
import { asAutoOpsError } from '@auto-ops/runtime';
import type { PendingEntry } from '../store/journal.ts';
import { admitMeaning } from './admit-meaning.ts';
import type { IntakeParts } from './intake-parts.ts';
import { meaningOf } from './meaning-of.ts';
import { nextTry } from './next-try.ts';

async function settle(parts: IntakeParts, entry: PendingEntry): Promise<void> {
  const { store, github, logger, now } = parts;
  try {
    const admit = await admitMeaning(parts, entry, meaningOf(entry, github.label));
    store.together(() => {
      const { state, incident, reason } = admit();
      store.journal.settle(entry.id, state, incident, reason.slice(0, 1000));
      logger.info({ delivery: entry.id, state, incident, reason: reason.slice(0, 1000) }, 'delivery settled');
    });
  } catch (error) {
    const { code, message, exit } = asAutoOpsError(error);
    const reason = `${code}: ${message}`.slice(0, 1000);
    const until = exit === 75 ? nextTry(entry, error, now()) : undefined;
    if (until === undefined) store.journal.settle(entry.id, 'quarantined', undefined, reason);
    else store.journal.postpone(entry.id, until, reason);
    logger.error(
      { delivery: entry.id, code, until, reason },
      until === undefined ? 'delivery quarantined' : 'delivery postponed',
    );
  }
}

/** Turns every pending delivery into what it is, each in its own transaction; one that cannot be read is quarantined, never lost. */
export async function processDeliveries(parts: IntakeParts): Promise<number> {
  let count = 0;
  for (const entry of parts.store.journal.pending(500, parts.now())) {
    await settle(parts, entry);
    count += 1;
    // Requests are answered in between: a storm takes seconds.
    await setImmediate();
  }
  return count;
}
