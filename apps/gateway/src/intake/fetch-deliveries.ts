import { GitHubIds } from '@auto-ops/contracts';
import { asAutoOpsError, type Logger } from '@auto-ops/runtime';
import type { GitHubSettings } from '../github/github-settings.ts';
import type { PendingEntry } from '../store/journal.ts';
import type { Store } from '../store/open-store.ts';
import { nextTry } from './next-try.ts';

/** What is fetched with. */
export interface FetchParts {
  readonly store: Store;
  readonly github: GitHubSettings;
  readonly logger: Logger;
  readonly now: () => string;
}

async function fetchOne({ store, github, logger, now }: FetchParts, entry: PendingEntry): Promise<void> {
  try {
    const ids = GitHubIds.parse(JSON.parse(entry.body));
    const repository = await github.reader.repository(ids.repository);
    // Of a repository that does not count, nothing more is read than its name.
    if (github.namespacesOf(repository.full_name) === undefined) {
      const reason = `${repository.full_name} is not in AUTO_OPS_GITHUB_REPOSITORIES`;
      store.together(() => store.journal.settle(entry.id, 'filtered', undefined, reason));
      logger.info({ delivery: entry.id, state: 'filtered', reason }, 'delivery settled');
      return;
    }
    const body = await github.reader.event(ids, repository, entry.receivedAt);
    store.together(() => store.journal.fetched(entry.id, JSON.stringify(body)));
  } catch (error) {
    const { code, message } = asAutoOpsError(error);
    const reason = `${code}: ${message}`.slice(0, 1000);
    const until = code.startsWith('GITHUB_') ? nextTry(entry, error, now()) : undefined;
    store.together(() => {
      if (until === undefined) store.journal.settle(entry.id, 'quarantined', undefined, reason);
      else store.journal.postpone(entry.id, until, reason);
    });
    logger.warn(
      { delivery: entry.id, code, until, reason },
      until === undefined ? 'delivery quarantined' : 'delivery postponed',
    );
  }
}

/** Reads from GitHub what deliveries of ids were about, one after the other, until it is stopped. Returns how many there were to look at. */
export async function fetchDeliveries(parts: FetchParts, isStopped: () => boolean = () => false): Promise<number> {
  const entries = parts.store.journal.unfetched(50, parts.now());
  for (const entry of entries) {
    if (isStopped()) break;
    await fetchOne(parts, entry);
  }
  return entries.length;
}
