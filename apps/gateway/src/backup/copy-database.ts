import { backup, DatabaseSync } from 'node:sqlite';
import { countRows } from './count-rows.ts';

/** Writes a consistent copy of a SQLite file that somebody else has open, as one file; returns its rows by table. */
export async function copyDatabase(from: string, to: string): Promise<ReadonlyMap<string, number>> {
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
  const copy = new DatabaseSync(to);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
    return countRows(copy);
  } finally {
    copy.close();
  }
}
