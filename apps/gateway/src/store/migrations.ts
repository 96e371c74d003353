/** The store's versions, oldest first; never edit one that has been released. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE delivery (
    id TEXT PRIMARY KEY, connector TEXT NOT NULL, received_at TEXT NOT NULL, body BLOB,
    state TEXT NOT NULL CHECK (state IN ('pending', 'filtered', 'grouped', 'started', 'quarantined')),
    incident TEXT, reason TEXT, repeats INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX delivery_state ON delivery (state, received_at);
  CREATE TABLE incident (
    id TEXT PRIMARY KEY, place TEXT, severity TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'investigating', 'waiting', 'applying', 'ended')),
    ending TEXT, attempt INTEGER NOT NULL DEFAULT 1, run TEXT NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL, document TEXT NOT NULL, bundle TEXT
  );
  CREATE INDEX incident_state ON incident (state, created_at);
  CREATE TABLE incident_alert (
    incident TEXT NOT NULL REFERENCES incident, fingerprint TEXT NOT NULL, alert TEXT NOT NULL,
    PRIMARY KEY (incident, fingerprint)
  );
  CREATE INDEX incident_alert_fingerprint ON incident_alert (fingerprint);
  CREATE TABLE proposal (
    run TEXT PRIMARY KEY, incident TEXT NOT NULL, plan_hash TEXT NOT NULL, document TEXT NOT NULL, received_at TEXT NOT NULL
  );
  CREATE TABLE vote (
    run TEXT NOT NULL, plan_hash TEXT NOT NULL, approver TEXT NOT NULL, channel TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (run, plan_hash, approver)
  );
  CREATE TABLE decision (run TEXT PRIMARY KEY, document TEXT NOT NULL, woken INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE report (
    run TEXT PRIMARY KEY, incident TEXT NOT NULL, ending TEXT NOT NULL, document TEXT NOT NULL, received_at TEXT NOT NULL
  );
  CREATE TABLE done_action (
    run TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (run, action)
  );
  CREATE TABLE freeze (id TEXT PRIMARY KEY, document TEXT NOT NULL);
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
    detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
  );
  `,
  `
  CREATE UNIQUE INDEX incident_run ON incident (run);
  CREATE INDEX incident_place ON incident (place, created_at);
  CREATE INDEX done_action_at ON done_action (at);
  CREATE INDEX report_received ON report (received_at);
  `,
  `
  CREATE TABLE maintenance (
    run TEXT PRIMARY KEY, job TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'submitted', 'done', 'failed')),
    subject TEXT, requested_at TEXT NOT NULL, requested_by TEXT NOT NULL,
    ended_at TEXT, reason TEXT, result TEXT
  );
  CREATE INDEX maintenance_state ON maintenance (state, requested_at);
  CREATE INDEX maintenance_job ON maintenance (job, ended_at);
  CREATE TABLE failing_check (name TEXT PRIMARY KEY, since TEXT NOT NULL, document TEXT NOT NULL);
  CREATE TABLE dead_letter (
    kind TEXT NOT NULL, outcome TEXT NOT NULL, letters INTEGER NOT NULL, PRIMARY KEY (kind, outcome)
  );
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `,
  `
  ALTER TABLE delivery ADD COLUMN event TEXT;
  ALTER TABLE delivery ADD COLUMN signature TEXT;
  ALTER TABLE delivery ADD COLUMN digest TEXT;
  ALTER TABLE delivery ADD COLUMN fetched TEXT;
  ALTER TABLE delivery ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE delivery ADD COLUMN next_try_at TEXT;
  CREATE UNIQUE INDEX delivery_digest ON delivery (digest) WHERE digest IS NOT NULL;
  CREATE TABLE incident_origin (
    incident TEXT PRIMARY KEY REFERENCES incident, repository INTEGER NOT NULL, number INTEGER NOT NULL, askers TEXT NOT NULL
  );
  CREATE INDEX incident_origin_place ON incident_origin (repository, number);
  `,
  `
  ALTER TABLE incident ADD COLUMN fired_again_at TEXT;
  ALTER TABLE incident ADD COLUMN own_retries INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE incident ADD COLUMN hindrance TEXT;
  `,
  `
  ALTER TABLE delivery ADD COLUMN repeated_at TEXT;
  CREATE INDEX delivery_repeated ON delivery (repeated_at) WHERE repeated_at IS NOT NULL;
  `,
  `
  CREATE TABLE analysis (run TEXT PRIMARY KEY, document TEXT NOT NULL);
  `,
  `
  CREATE TABLE commanding_comment (
    repository INTEGER NOT NULL, comment INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (repository, comment)
  );
  `,
  `
  CREATE INDEX audit_subject ON audit (subject, seq);
  `,
];
