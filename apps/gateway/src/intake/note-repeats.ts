import { connectors, type Meaning } from '@auto-ops/connectors';
import type { RepeatedEntry } from '../store/journal.ts';
import type { IntakeParts } from './intake-parts.ts';
import { meaningOf } from './meaning-of.ts';
import { noteFiring } from './note-firing.ts';

/** Whoever alerts repeats what goes on; elsewhere a repetition is a delivery that somebody sent twice. */
function isAlerting(name: string): boolean {
  return name === 'health-check' || connectors.some((one) => one.name === name && one.authentication === 'bearer');
}

function firingOf(entry: RepeatedEntry, label: string) {
  if (!isAlerting(entry.connector)) return undefined;
  const meaning: Meaning = meaningOf(entry, label);
  return meaning.kind === 'signal' && meaning.signal.kind === 'alert' ? meaning.signal : undefined;
}

/** A notification that comes again byte by byte is a repeat in the journal; what it says is that its alerts still fire. */
export function noteRepeats({ store, github }: IntakeParts): number {
  let count = 0;
  for (const entry of store.journal.repeated(500)) {
    count += 1;
    store.together(() => {
      const signal = firingOf(entry, github.label);
      if (signal !== undefined) noteFiring(store, entry.incident, signal.source, entry.receivedAt);
      store.journal.noted(entry.id);
    });
  }
  return count;
}
