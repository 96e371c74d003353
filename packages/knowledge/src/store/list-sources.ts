import type { DatabaseSync } from 'node:sqlite';
import type { KnowledgeSource } from './knowledge-index.ts';

/** Every source with what is known of it. */
export function listSources(database: DatabaseSync): KnowledgeSource[] {
  const rows = database
    .prepare(
      `SELECT source.name AS source, revision, count(DISTINCT document.id) AS documents, count(chunk.id) AS chunks
       FROM source LEFT JOIN document ON document.source = source.name LEFT JOIN chunk ON chunk.document = document.id
       GROUP BY source.name ORDER BY source.name`,
    )
    .all() as { source: string; revision: string | null; documents: number; chunks: number }[];
  return rows.map(({ revision, ...rest }) => ({ ...rest, ...(revision === null ? {} : { commit: revision }) }));
}
