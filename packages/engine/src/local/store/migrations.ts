/** The store of the local engine; one entry a version, none is ever changed. */
export const migrations: readonly string[] = [
  `CREATE TABLE template (digest TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
   CREATE TABLE run (
     name TEXT PRIMARY KEY,
     phase TEXT NOT NULL,
     started_at TEXT NOT NULL,
     state TEXT NOT NULL
   ) STRICT;
   CREATE INDEX run_by_phase ON run (phase);
   CREATE TABLE node (
     run TEXT NOT NULL REFERENCES run (name) ON DELETE CASCADE,
     id TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     state TEXT NOT NULL,
     PRIMARY KEY (run, id)
   ) STRICT`,
];
