import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` so that all of it is committed, or, when it throws, nothing. Inside another one it is a part of that: it is undone alone. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  const [begin, commit, rollback] = database.isTransaction
    ? ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part']
    : ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'];
  database.exec(begin);
  try {
    const result = work();
    database.exec(commit);
    return result;
  } catch (error) {
    database.exec(rollback);
    throw error;
  }
}
