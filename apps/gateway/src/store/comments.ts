import type { DatabaseSync } from 'node:sqlite';

/** A comment on a forge, by the numbers of its repository and its own. */
export interface CommentPlace {
  readonly repository: number;
  readonly comment: number;
}

/** The comments that have commanded. */
export interface Comments {
  isKnown(place: CommentPlace): boolean;
  put(place: CommentPlace): void;
  /** Forgets those from before the given time. */
  prune(before: string): void;
}

/** The comments over SQLite; `now` gives RFC 3339. */
export function createComments(database: DatabaseSync, now: () => string): Comments {
  return {
    isKnown: ({ repository, comment }) =>
      database
        .prepare('SELECT 1 FROM commanding_comment WHERE repository = ? AND comment = ?')
        .get(repository, comment) !== undefined,
    put({ repository, comment }) {
      database
        .prepare('INSERT INTO commanding_comment VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(repository, comment, now());
    },
    prune: (before) => {
      database.prepare('DELETE FROM commanding_comment WHERE at < ?').run(before);
    },
  };
}
