import { asAutoOpsError, type Logger } from '@auto-ops/runtime';
import type { ActiveRun } from './active-run.ts';
import type { NodeState } from './node-state.ts';
import { planRun, type RunChanges } from './plan/plan-run.ts';
import type { RunBook } from './run-book.ts';
import type { StepHost } from './step-host.ts';

/** What drives all runs: level-triggered, so that one more turn is never wrong. */
export interface RunLoop {
  turn(): void;
  close(): void;
}

// Timers of Node.js end at 2^31 ms, and a machine may have slept.
const longestWait = 60_000;

/** Makes the loop over the active runs. */
export function createRunLoop(
  book: RunBook,
  host: () => StepHost,
  options: { readonly parallelism: number; readonly clock: () => Date; readonly logger: Logger },
): RunLoop {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let isTurning = false;
  let isWanted = false;

  function turn(): void {
    isWanted = true;
    if (isTurning || isClosed) return;
    isTurning = true;
    try {
      while (isWanted && !isClosed) {
        isWanted = false;
        while (advance());
        startSteps();
      }
      schedule(untilNext());
    } catch (error) {
      // A full disk, for example: what was committed stands, the rest is tried again.
      options.logger.error({ err: error }, 'The engine could not go on and tries again');
      schedule(1000);
    } finally {
      isTurning = false;
    }
  }

  /** Plans every run once; true when something changed. */
  function advance(): boolean {
    let hasChanged = false;
    for (const run of [...book.active.values()]) {
      const { state, nodes } = plan(run);
      if (state === undefined && nodes.length === 0) continue;
      if (state !== undefined && state.phase !== 'Running') host().release(run);
      book.commit(run, { nodes, ...(state === undefined ? {} : { state }) });
      hasChanged = true;
    }
    return grantLocks() || hasChanged;
  }

  /** A run that cannot be planned must not hold up the others; what loads is not expected to come here. */
  function plan(run: ActiveRun): RunChanges {
    try {
      return planRun(run, options.clock());
    } catch (error) {
      const { code, message } = asAutoOpsError(error);
      options.logger.error({ err: error, run: run.state.name }, 'A run cannot go on');
      const finishedAt = options.clock().toISOString();
      return { state: { ...run.state, phase: 'Failed', finishedAt, message: `${code}: ${message}` }, nodes: [] };
    }
  }

  /** The graph that has waited longest gets a mutex; its holder is whoever runs with it. */
  function grantLocks(): boolean {
    const held = new Set(
      pick((node) => node.lock !== undefined && node.phase === 'Running').map(({ node }) => node.lock),
    );
    let hasChanged = false;
    for (const { run, node } of pick((one) => one.lock !== undefined && one.phase === 'Pending')) {
      if (held.has(node.lock)) continue;
      held.add(node.lock);
      const { message: _, ...kept } = node;
      book.commit(run, { nodes: [{ ...kept, phase: 'Running', startedAt: options.clock().toISOString() }] });
      hasChanged = true;
    }
    return hasChanged;
  }

  function startSteps(): void {
    for (const { run, node } of pick((one) => one.kind === 'Pod' && one.phase === 'Running')) {
      if (run.state.stopping !== undefined && !isProtected(run, node)) host().end(node.id, run.state.stopping);
    }
    const now = options.clock().getTime();
    for (const { run, node } of pick((one) => one.kind === 'Pod' && one.phase === 'Pending')) {
      if (host().size >= options.parallelism) return;
      if ((node.notBefore ?? 0) <= now) host().start(run, node);
    }
  }

  function untilNext(): number {
    const now = options.clock().getTime();
    const times = [...book.active.values()].flatMap((run) => [
      ...(run.state.deadline === undefined || run.state.stopping !== undefined ? [] : [run.state.deadline]),
      ...[...run.nodes.values()].flatMap((node) => {
        const time = node.phase === 'Pending' ? node.notBefore : node.phase === 'Running' ? node.deadline : undefined;
        return time === undefined || time <= now ? [] : [time];
      }),
    ]);
    return Math.min(longestWait, ...times.map((time) => time - now));
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    if (!isClosed && book.active.size > 0) timer = setTimeout(turn, Math.max(milliseconds, 1));
  }

  /** Matching nodes of all runs, the oldest first. */
  function pick(matches: (node: NodeState) => boolean): { run: ActiveRun; node: NodeState }[] {
    return [...book.active.values()]
      .flatMap((run) => [...run.nodes.values()].filter(matches).map((node) => ({ run, node })))
      .sort((one, other) => one.node.createdAt.localeCompare(other.node.createdAt));
  }

  return {
    turn,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** The exit handler, and whatever is inside a graph that holds a mutex, is not stopped. */
function isProtected(run: ActiveRun, node: NodeState): boolean {
  for (let current: NodeState | undefined = node; current !== undefined; ) {
    if (current.id === `${run.state.name}.onExit`) return true;
    if (current.lock !== undefined) return true;
    current = current.parent === undefined ? undefined : run.nodes.get(current.parent);
  }
  return false;
}
