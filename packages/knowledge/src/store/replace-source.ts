import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import type { KnowledgeBatch, KnowledgeDocument } from '@auto-ops/contracts';
import { splitWords } from './split-words.ts';

/** A request that waits meanwhile waits no longer than this. */
const sliceMilliseconds = 20;

/**
 * Puts a batch in the place of everything known of its source, in one transaction, and lets others have their turn between documents.
 * `database` is a connection that nobody else uses: whoever reads through another one sees the old documents until the new ones are there.
 */
export async function replaceSource(database: DatabaseSync, batch: KnowledgeBatch): Promise<void> {
  database.exec('BEGIN IMMEDIATE');
  try {
    let started = performance.now();
    for (const work of worksOf(database, batch)) {
      work();
      if (performance.now() - started < sliceMilliseconds) continue;
      await turn();
      started = performance.now();
    }
    database.exec('COMMIT');
  } catch (error) {
    // One that was closed meanwhile has rolled back.
    if (database.isOpen) database.exec('ROLLBACK');
    throw error;
  }
}

function* worksOf(database: DatabaseSync, { source, commit, documents }: KnowledgeBatch): Generator<() => void> {
  const old = database.prepare('SELECT id FROM document WHERE source = ?').all(source) as { id: number }[];
  const removePassages = database.prepare(
    'DELETE FROM passage WHERE rowid IN (SELECT id FROM chunk WHERE document = ?)',
  );
  const removeDocument = database.prepare('DELETE FROM document WHERE id = ?');
  for (const { id } of old) {
    yield () => {
      removePassages.run(id);
      removeDocument.run(id);
    };
  }
  yield () => {
    database
      .prepare('INSERT INTO source VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET revision = excluded.revision')
      .run(source, commit ?? null);
  };
  const insert = inserter(database, source);
  // The last of two documents of one path counts.
  for (const document of new Map(documents.map((document) => [document.path, document])).values()) {
    yield () => insert(document);
  }
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
