import { AutoOpsError } from '@auto-ops/contracts';
import { openDatabase } from '@auto-ops/runtime';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { listSources } from './list-sources.ts';
import { migrations } from './migrations.ts';
import { replaceSource } from './replace-source.ts';
import { searchPassages } from './search-passages.ts';

/** Opens (or makes) the index in a SQLite file. Throws STORE_FAILED. */
export function openKnowledgeIndex(path: string): KnowledgeIndex {
  const writer = openDatabase(path, migrations);
  const reader = openDatabase(path, migrations);
  const failed = (cause: unknown) =>
    new AutoOpsError('STORE_FAILED', `the knowledge index ${path}: ${(cause as Error).message}`, { cause });
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      throw failed(cause);
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    replace(batch) {
      const replaced = last.then(() => replaceSource(writer, batch));
      last = replaced.catch(() => undefined);
      return replaced.catch((cause: unknown) => {
        throw failed(cause);
      });
    },
    search: (text, limit) => guarded(() => searchPassages(reader, text, limit)),
    sources: () => guarded(() => listSources(reader)),
    close() {
      for (const database of [writer, reader]) if (database.isOpen) database.close();
    },
  };
}
