import type { DatabaseSync } from 'node:sqlite';
import { AutoOpsError } from '@auto-ops/contracts';
import { openDatabase } from '@auto-ops/runtime';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { listSources } from './list-sources.ts';
import { migrations } from './migrations.ts';
import { replaceSource } from './replace-source.ts';
import { searchPassages } from './search-passages.ts';

/** Opens (or makes) the index in a SQLite file; `:memory:` for one that lasts as long as the process. Throws STORE_FAILED. */
export function openKnowledgeIndex(path: string): KnowledgeIndex {
  const database = openDatabase(path, migrations);
  const guarded = <Result>(work: (database: DatabaseSync) => Result): Result => {
    try {
      return work(database);
    } catch (cause) {
      throw new AutoOpsError('STORE_FAILED', `the knowledge index ${path}: ${(cause as Error).message}`, { cause });
    }
  };
  return {
    replace: (batch) => guarded(() => replaceSource(database, batch)),
    search: (text, limit) => guarded(() => searchPassages(database, text, limit)),
    sources: () => guarded(listSources),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
