import type { Meaning } from '@auto-ops/connectors';
import type { PendingEntry } from '../store/journal.ts';
import type { Admission } from './admission.ts';
import { admitFromGitHub } from './admit-from-github.ts';
import { admitSignal } from './admit-signal.ts';
import type { IntakeParts } from './intake-parts.ts';
import { obeyCommand } from './obey-command.ts';

/** Finds out what follows from a delivery, and gives what is to be done inside the transaction that settles it. */
export async function admitMeaning(
  parts: IntakeParts,
  entry: PendingEntry,
  meaning: Meaning,
): Promise<() => Admission> {
  const { store, github } = parts;
  const filtered = (reason: string) => () => ({ state: 'filtered' as const, incident: undefined, reason });
  if (meaning.kind === 'nothing') return filtered(meaning.reason);
  if (meaning.origin !== undefined && github.namespacesOf(meaning.origin.repository) === undefined)
    return filtered(`${meaning.origin.repository} is not in AUTO_OPS_GITHUB_REPOSITORIES`);
  if (meaning.kind === 'signal') {
    const { signal, origin, askers = [] } = meaning;
    return () =>
      origin === undefined
        ? admitSignal(store, parts.library, parts.cluster, signal)
        : admitFromGitHub(parts, signal, origin, askers);
  }
  if (meaning.kind === 'command') {
    const place = { repository: meaning.origin.repositoryId, comment: meaning.comment };
    // Two webhooks, or ids that are made up, tell of one comment in several deliveries.
    if (store.comments.isKnown(place)) return filtered('the comment has commanded already');
    const obey = await obeyCommand(parts, entry, meaning);
    return () => {
      store.comments.put(place);
      return obey();
    };
  }
  return () => {
    const { job, subject } = meaning;
    const before = store.maintenance.open().length;
    const run = store.maintenance.request({ job, subject, delivery: entry.id });
    const isNew = store.maintenance.open().length > before;
    return { state: isNew ? 'started' : 'grouped', incident: undefined, reason: `maintenance ${run}` };
  };
}
