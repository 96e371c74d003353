import { AutoOpsError } from '@auto-ops/contracts';
import type { ArgoEngineOptions } from './argo-engine-options.ts';
import type { Delays } from './delays.ts';
import { nextRepair } from './next-repair.ts';
import type { Repair } from './repair.ts';
import type { RunBoard } from './run-board.ts';
import type { RunLedger } from './run-ledger.ts';
import { runPrefix } from './run-prefix.ts';
import type { RunRecord } from './run-record.ts';
import type { Tries } from './tries.ts';

/** Repairs runs for ever. */
export interface RunRepairer {
  /** Looks at all runs; what is to be done begins at once. */
  turn(): void;
  /** Does what a run needs now, and resolves when that is done; never throws. */
  repair(run: string): Promise<void>;
  close(): Promise<void>;
}

const longestRest = 15_000;
const untried: Tries = { posts: 0, postedAt: 0, wakes: 0, wokenAt: 0, stops: 0, stoppedAt: 0 };

/** Makes the loop over the runs of the board; one repair at a time for each run, and a failed one counts as a try. */
export function createRunRepairer(
  options: ArgoEngineOptions & { readonly clock: () => Date },
  delays: Delays,
  board: RunBoard,
  ledger: RunLedger,
): RunRepairer {
  const { logger, clock } = options;
  const tries = new Map<string, Tries>();
  const busy = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const now = (): number => clock().getTime();
  const next = (record: RunRecord): Repair =>
    nextRepair(record, board.workflow(record.run), tries.get(record.run) ?? untried, delays, now());

  function turn(): void {
    if (isClosed) return;
    let until = now() + longestRest;
    for (const record of board.records()) {
      if (busy.has(record.run)) continue;
      const repair = next(record);
      if (repair.kind === 'rest') until = Math.min(until, repair.until ?? until);
      else void begin(record, repair);
    }
    clearTimeout(timer);
    timer = setTimeout(turn, Math.max(20, until - now()));
    timer.unref();
  }

  async function repair(run: string): Promise<void> {
    await busy.get(run);
    const record = board.record(run);
    if (record === undefined || isClosed || busy.has(run)) return;
    const wanted = next(record);
    if (wanted.kind !== 'rest') await begin(record, wanted);
  }

  function begin(record: RunRecord, repair: Repair): Promise<void> {
    const { run } = record;
    const work = carryOut(record, repair)
      .catch((error: unknown) => {
        logger.warn({ err: error, run, repair: repair.kind }, 'A run could not be repaired yet');
        return false;
      })
      .then((isDone) => {
        busy.delete(run);
        // After a failure the pause of its kind counts; where there is none, the next turn of the timer is soon enough.
        if (isDone) setImmediate(turn);
      });
    busy.set(run, work);
    return work;
  }

  function count(run: string, change: (before: Tries) => Partial<Tries>): void {
    const before = tries.get(run) ?? untried;
    tries.set(run, { ...before, ...change(before) });
  }

  /** True when the next repair may follow at once. */
  async function carryOut(record: RunRecord, repair: Repair): Promise<boolean> {
    const { run } = record;
    const id = run.slice(runPrefix.length);
    switch (repair.kind) {
      case 'post':
        count(run, ({ posts }) => ({ posts: posts + 1, postedAt: now() }));
        await options.events.post({
          id,
          kind: record.entrypoint === 'diagnose' ? 'diagnose' : 'incident',
          severity: record.severity,
        });
        logger.info({ run, posts: tries.get(run)?.posts }, 'An incident was posted');
        return true;
      case 'create': {
        count(run, ({ posts }) => ({ posts: posts + 1, postedAt: now() }));
        const outcome = await options.workflows.create({
          name: run,
          template: options.template,
          parameters: { incident: id, ...(record.severity !== undefined && { severity: record.severity }) },
          labels: { 'app.kubernetes.io/part-of': 'auto-ops' },
          entrypoint: record.entrypoint,
        });
        logger.warn({ run, outcome }, 'No event made the Workflow, so the engine did');
        return true;
      }
      case 'see':
        await note(record, { workflow: repair.workflow });
        return true;
      case 'end':
        await note(record, { end: repair.end });
        return true;
      case 'wake':
        count(run, ({ wakes }) => ({ wakes: wakes + 1, wokenAt: now() }));
        if (repair.how === 'event') await options.events.post({ id, kind: 'decision' });
        else for (const node of repair.nodes) await wake(run, node);
        logger.info({ run, how: repair.how, wakes: tries.get(run)?.wakes }, 'A run was woken');
        return true;
      case 'stop':
        count(run, ({ stops }) => ({ stops: stops + 1, stoppedAt: now() }));
        await options.server.stop(run);
        return true;
      case 'remove':
        await ledger.remove(run);
        board.dropRecord(run);
        tries.delete(run);
        return true;
      case 'rest':
        return false;
    }
  }

  async function wake(run: string, node: string): Promise<void> {
    try {
      await options.server.resumeNode(run, { id: node });
    } catch (error) {
      // Somebody woke it in between: that is what was wanted.
      if (!(error instanceof AutoOpsError) || error.code !== 'NODE_NOT_WAITING') throw error;
    }
  }

  async function note(record: RunRecord, change: Partial<Pick<RunRecord, 'workflow' | 'end'>>): Promise<void> {
    await ledger.note(record.run, change);
    const present = board.record(record.run);
    if (present !== undefined) board.putRecord({ ...present, ...change });
  }

  return {
    turn,
    repair,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await Promise.all(busy.values());
    },
  };
}
