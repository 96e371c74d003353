import { inTransaction, openDatabase } from '@auto-ops/runtime';
import { NodeState } from '../node-state.ts';
import { RunState } from '../run-state.ts';
import { migrations } from './migrations.ts';

/** A run with its nodes, in the order of their creation. */
export interface StoredRun {
  readonly state: RunState;
  readonly nodes: readonly NodeState[];
}

/** Everything the local engine must not forget; each call is one synced commit. */
export interface RunStore {
  /** The text of a template by its digest. */
  template(digest: string): string;
  insert(state: RunState, templateText: string): void;
  save(state: RunState, nodes: readonly NodeState[]): void;
  find(name: string): StoredRun | undefined;
  /** The names of all runs, the oldest first. */
  names(): string[];
  /** The runs that have not ended, the oldest first. */
  active(): StoredRun[];
  /** The names of at most `limit` runs that ended before a time (RFC 3339). */
  endedBefore(time: string, limit: number): string[];
  remove(name: string): void;
  close(): void;
}

type Row = { readonly state: string };

/** Opens the store; throws STORE_FAILED. */
export function openRunStore(path: string): RunStore {
  const database = openDatabase(path, migrations);
  const insertTemplate = database.prepare('INSERT INTO template VALUES (?, ?) ON CONFLICT DO NOTHING');
  const insertRun = database.prepare('INSERT INTO run (name, phase, started_at, state) VALUES (?, ?, ?, ?)');
  const updateRun = database.prepare('UPDATE run SET phase = ?, state = ? WHERE name = ?');
  const putNode = database.prepare(
    `INSERT INTO node VALUES (?1, ?2, (SELECT count(*) FROM node WHERE run = ?1), ?3)
     ON CONFLICT DO UPDATE SET state = excluded.state`,
  );
  const selectTemplate = database.prepare('SELECT text FROM template WHERE digest = ?');
  const selectRun = database.prepare('SELECT state FROM run WHERE name = ?');
  const selectNames = database.prepare('SELECT name FROM run ORDER BY started_at, name');
  const selectActive = database.prepare("SELECT state FROM run WHERE phase = 'Running' ORDER BY started_at, name");
  const selectEnded = database.prepare(
    "SELECT name FROM run WHERE phase <> 'Running' AND json_extract(state, '$.finishedAt') < ? ORDER BY started_at LIMIT ?",
  );
  const deleteRun = database.prepare('DELETE FROM run WHERE name = ?');
  const selectNodes = database.prepare('SELECT state FROM node WHERE run = ? ORDER BY sequence');

  const withNodes = (row: Row): StoredRun => {
    const state = RunState.parse(JSON.parse(row.state));
    const nodes = (selectNodes.all(state.name) as Row[]).map((node) => NodeState.parse(JSON.parse(node.state)));
    return { state, nodes };
  };
  return {
    template: (digest) => (selectTemplate.get(digest) as { text: string }).text,
    insert: (state, text) =>
      inTransaction(database, () => {
        insertTemplate.run(state.template, text);
        insertRun.run(state.name, state.phase, state.startedAt, JSON.stringify(state));
      }),
    save: (state, nodes) =>
      inTransaction(database, () => {
        updateRun.run(state.phase, JSON.stringify(state), state.name);
        for (const node of nodes) putNode.run(state.name, node.id, JSON.stringify(node));
      }),
    find: (name) => {
      const row = selectRun.get(name) as Row | undefined;
      return row === undefined ? undefined : withNodes(row);
    },
    names: () => (selectNames.all() as { name: string }[]).map((row) => row.name),
    active: () => (selectActive.all() as Row[]).map(withNodes),
    endedBefore: (time, limit) => (selectEnded.all(time, limit) as { name: string }[]).map((row) => row.name),
    remove: (name) => {
      deleteRun.run(name);
    },
    close: () => database.close(),
  };
}
