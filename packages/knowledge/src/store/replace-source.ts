import type { DatabaseSync } from 'node:sqlite';
import type { KnowledgeBatch, KnowledgeDocument } from '@auto-ops/contracts';
import { inTransaction } from '@auto-ops/runtime';
import { splitWords } from './split-words.ts';

/** Puts a batch in the place of everything known of its source, in one transaction. */
export function replaceSource(database: DatabaseSync, batch: KnowledgeBatch): void {
  inTransaction(database, () => {
    database
      .prepare(
        `DELETE FROM passage WHERE rowid IN
          (SELECT chunk.id FROM chunk JOIN document ON document.id = chunk.document WHERE document.source = ?)`,
      )
      .run(batch.source);
    database.prepare('DELETE FROM document WHERE source = ?').run(batch.source);
    database
      .prepare('INSERT INTO source VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET revision = excluded.revision')
      .run(batch.source, batch.commit ?? null);
    // The last of two documents of one path counts.
    const documents = new Map(batch.documents.map((document) => [document.path, document]));
    const insert = inserter(database, batch.source);
    for (const document of documents.values()) insert(document);
  });
}

function inserter(database: DatabaseSync, source: string): (document: KnowledgeDocument) => void {
  const addDocument = database.prepare('INSERT INTO document (source, path, title, digest) VALUES (?, ?, ?, ?)');
  const addName = database.prepare('INSERT OR IGNORE INTO document_name VALUES (?, ?)');
  const addChunk = database.prepare('INSERT INTO chunk (document, heading, from_line, to_line) VALUES (?, ?, ?, ?)');
  const addPassage = database.prepare(
    'INSERT INTO passage (rowid, title, heading, text, words) VALUES (?, ?, ?, ?, ?)',
  );
  return ({ path, title, digest, names = [], chunks }) => {
    const { lastInsertRowid: document } = addDocument.run(source, path, title, digest);
    for (const name of names) addName.run(name.toLowerCase(), document);
    for (const { heading, from, to, text } of chunks) {
      const { lastInsertRowid: chunk } = addChunk.run(document, JSON.stringify(heading), from, to);
      const headings = heading.join('\n');
      // Names count like text, so that an alert is found by the words it is made of.
      const words = splitWords([title, headings, text, ...names].join('\n'));
      addPassage.run(chunk, title, headings, text, words);
    }
  };
}
