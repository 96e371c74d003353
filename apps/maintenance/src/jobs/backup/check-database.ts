import { DatabaseSync } from 'node:sqlite';

/** What is wrong with a SQLite file: damage, or other rows by table than expected. */
export function checkDatabase(path: string, expected: Readonly<Record<string, number>>): string | undefined {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const [first] = database.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
    if (first?.integrity_check !== 'ok') {
      return first?.integrity_check.replace(/\s+/g, ' ') ?? 'its integrity could not be checked';
    }
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
    for (const name of new Set([...tables.map((table) => table.name), ...Object.keys(expected)])) {
      if (!tables.some((table) => table.name === name)) return `it has no table ${name}`;
      const quoted = `"${name.replaceAll('"', '""')}"`;
      const { rows } = database.prepare(`SELECT count(*) AS rows FROM ${quoted}`).get() as { rows: number };
      if (rows !== expected[name]) return `${name} has ${rows} rows instead of ${expected[name] ?? 'none'}`;
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    database.close();
  }
}
