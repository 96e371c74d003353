import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AutoOpsError } from '@auto-ops/contracts';

/**
 * Opens a SQLite file (write-ahead log, synced at every commit) and brings it to the newest version: migration `n` is
 * `migrations[n]`, each in its own transaction, counted by `user_version`. Throws STORE_FAILED with the path.
 */
export function openDatabase(path: string, migrations: readonly string[]): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path);
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;',
    );
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > migrations.length) {
      throw new AutoOpsError(
        'STORE_FAILED',
        `${path} is of version ${version}, newer than this program's ${migrations.length}`,
        {
          hint: 'Use the release that wrote it, or a newer one.',
        },
      );
    }
    migrations.slice(version).forEach((migration, index) => {
      database.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${version + index + 1}; COMMIT;`);
    });
    return database;
  } catch (error) {
    if (error instanceof AutoOpsError) throw error;
    throw new AutoOpsError('STORE_FAILED', `the store ${path} cannot be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
