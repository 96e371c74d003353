import type { DatabaseSync } from 'node:sqlite';
import type { Passage } from '@auto-ops/contracts';
import { matchExpression } from './match-expression.ts';
import { namesIn } from './names-in.ts';

interface Row {
  readonly document: number;
  readonly source: string;
  readonly revision: string | null;
  readonly path: string;
  readonly title: string;
  readonly heading: string;
  readonly from_line: number;
  readonly to_line: number;
  readonly text: string;
  readonly snippet: string | null;
}

const most = 50;
const columns = `document.id AS document, document.source, source.revision, document.path, document.title,
  chunk.heading, chunk.from_line, chunk.to_line, passage.text`;
const joins = `JOIN chunk ON chunk.id = passage.rowid JOIN document ON document.id = chunk.document
  JOIN source ON source.name = document.source`;
const order = 'bm25(passage, 3.0, 1.5, 1.0, 1.0), document.source, document.path, chunk.id';

/** The best passage of each document, documents of an exact name first. */
export function searchPassages(database: DatabaseSync, question: string, limit: number): Passage[] {
  const expression = matchExpression(question);
  if (expression === undefined || !(limit >= 1)) return [];
  const named = documentsNamed(database, question);
  const exact = named.flatMap((document) => bestOf(database, document, expression) ?? []);
  // Chunks of one document follow each other in rank, so more are read than are answered.
  const ranked = database
    .prepare(
      `SELECT ${columns}, snippet(passage, 2, '', '', '…', 32) AS snippet FROM passage ${joins}
       WHERE passage MATCH ? ORDER BY ${order} LIMIT 500`,
    )
    .all(expression) as unknown as Row[];
  const best = new Map<number, Row>();
  for (const row of [...exact, ...ranked]) if (!best.has(row.document)) best.set(row.document, row);
  return [...best.values()].slice(0, Math.min(most, Math.floor(limit))).map(passageOf);
}

/** Documents called by a word of the question, in the order of those words. */
function documentsNamed(database: DatabaseSync, question: string): number[] {
  const find = database.prepare('SELECT document FROM document_name WHERE name = ? ORDER BY document LIMIT 50');
  return namesIn(question).flatMap((name) => find.all(name).map(({ document }) => Number(document)));
}

/** The passage of a document that answers best, else its first. */
function bestOf(database: DatabaseSync, document: number, expression: string): Row | undefined {
  const matching = database
    .prepare(
      `SELECT ${columns}, snippet(passage, 2, '', '', '…', 32) AS snippet FROM passage ${joins}
       WHERE passage MATCH ? AND document.id = ? ORDER BY ${order} LIMIT 1`,
    )
    .get(expression, document);
  const first = () =>
    database
      .prepare(
        `SELECT ${columns}, NULL AS snippet FROM chunk JOIN passage ON passage.rowid = chunk.id
         JOIN document ON document.id = chunk.document JOIN source ON source.name = document.source
         WHERE document.id = ? ORDER BY chunk.id LIMIT 1`,
      )
      .get(document);
  return (matching ?? first()) as unknown as Row | undefined;
}

function passageOf(row: Row): Passage {
  return {
    source: row.source,
    ...(row.revision === null ? {} : { commit: row.revision }),
    path: row.path,
    title: row.title,
    heading: JSON.parse(row.heading) as string[],
    from: row.from_line,
    to: row.to_line,
    text: row.text,
    snippet: (row.snippet ?? row.text).slice(0, 400),
  };
}
