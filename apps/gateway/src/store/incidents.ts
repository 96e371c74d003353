import type { DatabaseSync } from 'node:sqlite';
import { Alert, AutoOpsError, Incident } from '@auto-ops/contracts';
import type { Hindrance, IncidentRecord, IncidentState } from './incident-record.ts';

/** A new incident with what it is grouped by. */
export interface NewIncident {
  readonly incident: Incident;
  readonly place: string | undefined;
  readonly bundle: string | undefined;
  readonly alerts: ReadonlyMap<string, Alert>;
}

/** The incidents of the store. */
export interface Incidents {
  create(entry: NewIncident): void;
  find(id: string): IncidentRecord | undefined;
  /** Throws INCIDENT_UNKNOWN. */
  get(id: string): IncidentRecord;
  ofRun(run: string): IncidentRecord | undefined;
  list(limit: number, state?: IncidentState): IncidentRecord[];
  /** The present run of every incident that has not ended, oldest first. */
  openRuns(): string[];
  /** Those with a proposal that nobody has decided on, oldest first. */
  undecided(): IncidentRecord[];
  /** Those that wait for their turn, critical ones first, then oldest first. */
  queued(): IncidentRecord[];
  countOf(state: IncidentState): number;
  /** The open incident that has this alert. */
  openWithAlert(fingerprint: string): IncidentRecord | undefined;
  /** The newest open incident of a place that is younger than `since`. */
  openAt(place: string, since: string): IncidentRecord | undefined;
  putAlerts(id: string, alerts: ReadonlyMap<string, Alert>): void;
  move(id: string, state: IncidentState, ending?: string): void;
  /** Queues another run of an ended incident and returns its name; `own` counts it as one that nobody asked for. */
  retry(id: string, by?: 'person' | 'own'): string;
  /** Notes that the alert of an ended incident is told of again; true where that is news. */
  noteFiring(id: string, at: string): boolean;
  /** Takes back what `noteFiring` noted, for every ended incident that has this alert. */
  forgetFiring(fingerprint: string): void;
  /** Ended incidents whose alert was told of since, oldest first. */
  firingAgain(): IncidentRecord[];
  /** Keeps why the run of a queued incident cannot start. */
  hinder(id: string, hindrance: Omit<Hindrance, 'since'>): void;
}

interface Row {
  readonly id: string;
  readonly state: IncidentState;
  readonly ending: string | null;
  readonly attempt: number;
  readonly run: string;
  readonly updated_at: string;
  readonly document: string;
  readonly bundle: string | null;
  readonly fired_again_at: string | null;
  readonly own_retries: number;
  readonly hindrance: string | null;
}

const rank = "CASE severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END";

/** The incidents over SQLite; `now` gives RFC 3339. */
export function createIncidents(database: DatabaseSync, now: () => string): Incidents {
  const alertsOf = database.prepare('SELECT alert FROM incident_alert WHERE incident = ? ORDER BY fingerprint');

  function recordOf(row: Row): IncidentRecord {
    return {
      incident: Incident.parse(JSON.parse(row.document)),
      state: row.state,
      ending: row.ending ?? undefined,
      attempt: row.attempt,
      run: row.run,
      updatedAt: row.updated_at,
      bundle: row.bundle ?? undefined,
      alerts: alertsOf.all(row.id).map((entry) => Alert.parse(JSON.parse((entry as { alert: string }).alert))),
      firedAgainAt: row.fired_again_at ?? undefined,
      ownRetries: row.own_retries,
      hindrance: row.hindrance === null ? undefined : (JSON.parse(row.hindrance) as Hindrance),
    };
  }

  function first(sql: string, ...values: string[]): IncidentRecord | undefined {
    const row = database.prepare(sql).get(...values) as Row | undefined;
    return row === undefined ? undefined : recordOf(row);
  }

  const find = (id: string) => first('SELECT * FROM incident WHERE id = ?', id);

  function get(id: string): IncidentRecord {
    const record = find(id);
    if (record === undefined) throw new AutoOpsError('INCIDENT_UNKNOWN', `there is no incident ${id}`);
    return record;
  }

  const putAlert = database.prepare(
    'INSERT INTO incident_alert (incident, fingerprint, alert) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET alert = excluded.alert',
  );

  function putAlerts(id: string, alerts: ReadonlyMap<string, Alert>): void {
    for (const [fingerprint, alert] of alerts) putAlert.run(id, fingerprint, JSON.stringify(alert));
  }

  return {
    find,
    get,
    putAlerts,
    create({ incident, place, bundle, alerts }) {
      database
        .prepare(
          "INSERT INTO incident (id, place, severity, state, run, created_at, updated_at, document, bundle) VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?)",
        )
        .run(
          incident.id,
          place ?? null,
          incident.severity,
          `incident-${incident.id}`,
          incident.createdAt,
          now(),
          JSON.stringify(incident),
          bundle ?? null,
        );
      putAlerts(incident.id, alerts);
    },
    ofRun: (run) => first('SELECT * FROM incident WHERE run = ?', run),
    list(limit, state) {
      const where = state === undefined ? '' : 'WHERE state = ?';
      const rows = database.prepare(`SELECT * FROM incident ${where} ORDER BY created_at DESC, id LIMIT ?`);
      return (state === undefined ? rows.all(limit) : rows.all(state, limit)).map((row) =>
        recordOf(row as unknown as Row),
      );
    },
    openRuns: () =>
      (
        database.prepare("SELECT run FROM incident WHERE state <> 'ended' ORDER BY created_at, id").all() as {
          run: string;
        }[]
      ).map((row) => row.run),
    undecided: () =>
      database
        .prepare(
          "SELECT * FROM incident WHERE state = 'waiting' AND run IN (SELECT run FROM proposal) AND run NOT IN (SELECT run FROM decision) ORDER BY created_at, id",
        )
        .all()
        .map((row) => recordOf(row as unknown as Row)),
    queued: () =>
      database
        .prepare(`SELECT * FROM incident WHERE state = 'queued' ORDER BY ${rank}, created_at, id`)
        .all()
        .map((row) => recordOf(row as unknown as Row)),
    countOf: (state) =>
      (database.prepare('SELECT count(*) AS rows FROM incident WHERE state = ?').get(state) as { rows: number }).rows,
    openWithAlert: (fingerprint) =>
      first(
        "SELECT incident.* FROM incident JOIN incident_alert ON incident = id WHERE fingerprint = ? AND state <> 'ended' ORDER BY created_at DESC LIMIT 1",
        fingerprint,
      ),
    openAt: (place, since) =>
      first(
        "SELECT * FROM incident WHERE place = ? AND created_at >= ? AND state <> 'ended' ORDER BY created_at DESC LIMIT 1",
        place,
        since,
      ),
    move(id, state, ending) {
      database
        // What hindered a run is told until one has begun.
        .prepare(
          "UPDATE incident SET state = ?1, ending = ?2, updated_at = ?3, hindrance = CASE ?1 WHEN 'ended' THEN hindrance END WHERE id = ?4",
        )
        .run(state, ending ?? null, now(), id);
    },
    retry(id, by = 'person') {
      const record = get(id);
      if (record.state !== 'ended')
        throw new AutoOpsError(
          'RUN_STATE_INVALID',
          `incident ${id} is ${record.state}; only an ended one can be retried`,
        );
      const attempt = record.attempt + 1;
      const run = `incident-${id}-${attempt}`;
      database
        .prepare(
          "UPDATE incident SET state = 'queued', ending = NULL, attempt = ?, run = ?, updated_at = ?, fired_again_at = NULL, hindrance = NULL, own_retries = own_retries + ? WHERE id = ?",
        )
        .run(attempt, run, now(), by === 'own' ? 1 : 0, id);
      return run;
    },
    noteFiring(id, at) {
      const isNews = get(id).firedAgainAt === undefined;
      database.prepare("UPDATE incident SET fired_again_at = ? WHERE id = ? AND state = 'ended'").run(at, id);
      return isNews;
    },
    forgetFiring: (fingerprint) => {
      database
        .prepare(
          "UPDATE incident SET fired_again_at = NULL WHERE state = 'ended' AND id IN (SELECT incident FROM incident_alert WHERE fingerprint = ?)",
        )
        .run(fingerprint);
    },
    firingAgain: () =>
      database
        .prepare("SELECT * FROM incident WHERE state = 'ended' AND fired_again_at IS NOT NULL ORDER BY created_at, id")
        .all()
        .map((row) => recordOf(row as unknown as Row)),
    hinder(id, { code, message, hint }) {
      const before = get(id).hindrance;
      // The same reason again is no news, and a queue is looked at every second.
      if (before?.code === code && before.message === message) return;
      const kept: Hindrance = { code, message, hint, since: now() };
      database.prepare('UPDATE incident SET hindrance = ? WHERE id = ?').run(JSON.stringify(kept), id);
    },
  };
}
