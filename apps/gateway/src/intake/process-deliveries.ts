import { connectors } from '@auto-ops/connectors';
import { AutoOpsError, Signal } from '@auto-ops/contracts';
import { asAutoOpsError, type Logger, nodeCryptography } from '@auto-ops/runtime';
import type { JournalEntry } from '../store/journal.ts';
import type { Store } from '../store/open-store.ts';
import { admitSignal } from './admit-signal.ts';
import type { BundleLibrary } from './bundle-library.ts';

function signalOf(entry: JournalEntry): Signal {
  const body: unknown = JSON.parse(entry.body);
  if (entry.connector === 'rest' || entry.connector === 'health-check') return Signal.parse(body);
  const connector = connectors.find((candidate) => candidate.name === entry.connector);
  if (connector === undefined) throw new AutoOpsError('DEFECT', `there is no connector ${entry.connector}`);
  return Signal.parse(connector.toSignal(connector.Body.parse(body), entry, nodeCryptography));
}

/** Turns every pending delivery into what it is, each in its own transaction; one that cannot be read is quarantined, never lost. */
export function processDeliveries(
  store: Store,
  library: BundleLibrary,
  cluster: string | undefined,
  logger: Logger,
): number {
  const entries = store.journal.pending(500);
  for (const entry of entries) {
    try {
      store.together(() => {
        const { state, incident, reason } = admitSignal(store, library, cluster, signalOf(entry));
        store.journal.settle(entry.id, state, incident, reason);
        logger.info({ delivery: entry.id, state, incident }, 'delivery settled');
      });
    } catch (error) {
      const { code, message } = asAutoOpsError(error);
      store.journal.settle(entry.id, 'quarantined', undefined, `${code}: ${message}`.slice(0, 1000));
      logger.error({ delivery: entry.id, code }, 'delivery quarantined');
    }
  }
  return entries.length;
}
