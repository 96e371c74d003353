import type { Run } from '@auto-ops/contracts';
import { describeRun } from './describe-run.ts';
import type { RunBook } from './run-book.ts';
import type { RunStore } from './store/run-store.ts';

const limit = 2000;

/** All runs that the store has, ended or not. */
export interface RunHistory {
  /** The oldest first. */
  all(): Run[];
  find(name: string): Run | undefined;
}

/** Reads runs. What has ended never changes, so up to two thousand of it are read once. */
export function createRunHistory(store: RunStore, book: RunBook): RunHistory {
  const ended = new Map<string, Run>();

  function runOf(name: string): Run | undefined {
    const known = ended.get(name);
    if (known !== undefined) return known;
    const active = book.active.get(name);
    if (active !== undefined) return describeRun(active.state, active.nodes.values());
    const stored = store.find(name);
    if (stored === undefined) return undefined;
    const run = describeRun(stored.state, stored.nodes);
    // A list is read from one end to the other: dropping the oldest entry would drop the one that is wanted next.
    if (stored.state.phase !== 'Running' && ended.size < limit) ended.set(name, run);
    return run;
  }

  return {
    all() {
      const names = new Set(store.names());
      for (const name of ended.keys()) if (!names.has(name)) ended.delete(name);
      return [...names].flatMap((name) => runOf(name) ?? []);
    },
    find(name) {
      const active = book.active.get(name);
      if (active !== undefined) return describeRun(active.state, active.nodes.values());
      // Not from what was read before: the run may have been removed since.
      const stored = store.find(name);
      return stored && describeRun(stored.state, stored.nodes);
    },
  };
}
