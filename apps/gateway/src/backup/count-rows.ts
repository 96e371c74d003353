import type { DatabaseSync } from 'node:sqlite';

/** The rows of each table of a database. */
export function countRows(database: DatabaseSync): ReadonlyMap<string, number> {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  return new Map(
    (tables as { name: string }[]).map(({ name }) => {
      const { rows } = database.prepare(`SELECT count(*) AS rows FROM "${name}"`).get() as { rows: number };
      return [name, rows];
    }),
  );
}
