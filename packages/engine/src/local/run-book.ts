import type { Run, RunListener } from '@auto-ops/contracts';
import type { Logger } from '@auto-ops/runtime';
import { loadTemplate } from '../template/load-template.ts';
import type { ActiveRun } from './active-run.ts';
import { describeRun } from './describe-run.ts';
import type { NodeState } from './node-state.ts';
import type { RunState } from './run-state.ts';
import type { RunStore, StoredRun } from './store/run-store.ts';

/** The runs that have not ended. A change is committed first, then true in memory, then told. */
export interface RunBook {
  readonly active: ReadonlyMap<string, ActiveRun>;
  begin(state: RunState, templateText: string): void;
  commit(run: ActiveRun, changes: { readonly state?: RunState; readonly nodes?: readonly NodeState[] }): void;
  /** Brings back a stored run. */
  revive(stored: StoredRun): ActiveRun;
  watch(listener: RunListener): () => void;
}

/** Opens the book over a store. */
export function createRunBook(store: RunStore, logger: Logger): RunBook {
  const active = new Map<string, ActiveRun>();
  const listeners = new Set<RunListener>();

  /** Later, and in order: a listener that calls the engine must not find it in the middle of a turn. */
  function tell(run: Run): void {
    queueMicrotask(() => tellNow(run));
  }

  function tellNow(run: Run): void {
    for (const listener of listeners) {
      try {
        listener(run);
      } catch (error) {
        logger.error({ err: error, run: run.name }, 'A listener of the engine has failed');
      }
    }
  }

  return {
    active,
    begin(state, templateText) {
      store.insert(state, templateText);
      const run = { state, definition: loadTemplate(templateText), nodes: new Map() };
      active.set(state.name, run);
      tell(describeRun(state, []));
    },
    commit(run, { state = run.state, nodes = [] }) {
      store.save(state, nodes);
      run.state = state;
      for (const node of nodes) run.nodes.set(node.id, node);
      if (state.phase !== 'Running') active.delete(state.name);
      tell(describeRun(state, run.nodes.values()));
    },
    revive({ state, nodes }) {
      const run: ActiveRun = {
        state,
        definition: loadTemplate(store.template(state.template)),
        nodes: new Map(nodes.map((node) => [node.id, node])),
      };
      active.set(state.name, run);
      return run;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
