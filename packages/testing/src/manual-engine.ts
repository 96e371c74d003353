import type { Decision, Engine, Incident, Run, RunListener, RunOptions, RunPhase } from '@auto-ops/contracts';
import { AutoOpsError } from '@auto-ops/contracts';

/** An engine whose runs a test moves by hand, and which remembers what it was asked. */
export interface ManualEngine extends Engine {
  readonly started: { readonly incident: Incident; readonly options: RunOptions }[];
  readonly decided: Decision[];
  move(run: string, phase: RunPhase): void;
}

/** Makes an engine without steps: the Engine port for tests of what stands around it. */
export function manualEngine(): ManualEngine {
  const runs = new Map<string, Run>();
  const listeners = new Set<RunListener>();
  const started: ManualEngine['started'] = [];
  const decided: Decision[] = [];

  function move(name: string, phase: RunPhase): void {
    const run = runs.get(name);
    if (run === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no run ${name}`);
    const moved = { ...run, phase };
    runs.set(name, moved);
    for (const listener of listeners) listener(moved);
  }

  return {
    started,
    decided,
    move,
    async start(incident, options = {}) {
      const name = options.name ?? `incident-${incident.id}`;
      if (runs.has(name)) return name;
      started.push({ incident, options });
      runs.set(name, { name, incident: incident.id, phase: 'Running', startedAt: incident.createdAt, nodes: [] });
      return name;
    },
    async decide(name, decision) {
      if (runs.get(name)?.phase !== 'Suspended') throw new AutoOpsError('RUN_STATE_INVALID', `${name} does not wait`);
      decided.push(decision);
      move(name, 'Running');
    },
    cancel: async (name) => move(name, 'Failed'),
    runs: async () => [...runs.values()],
    run: async (name) => runs.get(name),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
