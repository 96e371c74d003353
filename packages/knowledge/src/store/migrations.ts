/** The schema of the index, in the order it grew. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE source (name TEXT PRIMARY KEY, revision TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (name),
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    digest TEXT NOT NULL
  ) STRICT;
  CREATE INDEX document_source ON document (source);
  CREATE TABLE document_name (
    name TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    PRIMARY KEY (name, document)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_name_document ON document_name (document);
  CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    heading TEXT NOT NULL,
    from_line INTEGER NOT NULL,
    to_line INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX chunk_document ON chunk (document);
  CREATE VIRTUAL TABLE passage USING fts5 (title, heading, text, words, tokenize = 'porter unicode61')
  `,
];
