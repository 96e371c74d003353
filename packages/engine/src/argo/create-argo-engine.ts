import { AutoOpsError, type Decision, Identifier, Incident, type RunOptions } from '@auto-ops/contracts';
import { activeWaits } from './active-waits.ts';
import type { ArgoEngine } from './argo-engine.ts';
import type { ArgoEngineOptions } from './argo-engine-options.ts';
import { createRunBoard } from './create-run-board.ts';
import { createRunLedger } from './create-run-ledger.ts';
import { runPrefix } from './run-prefix.ts';
import { createRunRepairer } from './run-repairer.ts';
import { usualDelays } from './usual-delays.ts';

const patience = 10_000;
const ended = new Set(['Succeeded', 'Failed']);

/**
 * The engine of a cluster: Argo Events starts and wakes the Workflows, Argo runs them, and a level-triggered loop repairs what an event
 * lost. The Workflow, the ConfigMap and the event of a run share one name, so whatever happens twice has happened once. Its state is in
 * the cluster; a new process goes on where another one was killed. Every call throws KUBERNETES_*.
 */
export function createArgoEngine(given: ArgoEngineOptions): ArgoEngine {
  const options = { ...given, clock: given.clock ?? (() => new Date()) };
  const { logger, clock, workflows } = options;
  const ledger = createRunLedger(options.kubernetes, options.namespace);
  const board = createRunBoard(logger);
  const repairer = createRunRepairer(options, { ...usualDelays, ...given.delays }, board, ledger);
  const listed = Promise.withResolvers<void>();
  let isListed = false;

  const stopWatching = workflows.watch({
    listed(present) {
      board.replaceWorkflows(present);
      void readLedger();
    },
    changed: (workflow) => changed(() => board.putWorkflow(workflow)),
    deleted: (workflow) => changed(() => board.dropWorkflow(workflow)),
    failed: (error) => logger.warn({ err: error }, 'Watching workflows was interrupted'),
  });

  function changed(change: () => void): void {
    change();
    if (isListed) repairer.turn();
  }

  /** Records of other processes, and those of before; what this one knows is newer. */
  async function readLedger(): Promise<void> {
    try {
      for (const record of await ledger.list()) if (board.record(record.run) === undefined) board.putRecord(record);
    } catch (error) {
      logger.warn({ err: error }, 'The records of the runs could not be read yet');
      if (!isListed) setTimeout(() => void readLedger(), 1000).unref();
      return;
    }
    isListed = true;
    listed.resolve();
    repairer.turn();
  }

  async function untilListed(): Promise<void> {
    const tooLate = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => tooLate.reject(new AutoOpsError('KUBERNETES_UNREACHABLE', 'the runs could not be listed yet')),
      patience,
    );
    await Promise.race([listed.promise, tooLate.promise]).finally(() => clearTimeout(timer));
  }

  async function start(incident: Incident, { name, entrypoint }: RunOptions = {}): Promise<string> {
    const document = Incident.parse(incident);
    const run = Identifier.parse(name ?? `${runPrefix}${document.id}`);
    if (!run.startsWith(runPrefix)) {
      throw new AutoOpsError('RUN_STATE_INVALID', `the name of run ${run} does not begin with ${runPrefix}`);
    }
    if (document.mode === 'replay') {
      throw new AutoOpsError('CONFIGURATION_INVALID', `incident ${document.id} is a replay`, {
        hint: 'Replay it with AUTO_OPS_ENGINE=local: a bundle does not fit into a ConfigMap.',
      });
    }
    await untilListed();
    if (board.record(run) !== undefined) return run;
    const createdAt = clock().toISOString();
    const record = { run, incident: document.id, createdAt, severity: document.severity, entrypoint };
    const kept = await ledger.open(document, record);
    // Told twice at once: the other call has put it already, and may know more by now.
    if (board.record(run) === undefined) board.putRecord(kept);
    await repairer.repair(run);
    repairer.turn();
    return run;
  }

  async function decide(run: string, decision: Decision): Promise<void> {
    await untilListed();
    const [record, workflow] = [board.record(run), board.workflow(run)];
    if (record === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no run ${run}`);
    if (decision.run !== run) {
      throw new AutoOpsError('RUN_STATE_INVALID', `the decision is on ${decision.run}, not on ${run}`);
    }
    const waits = workflow === undefined ? [] : activeWaits(workflow).map((node) => node.id);
    if (waits.length === 0) {
      const wasWoken = record.decided !== undefined;
      if (wasWoken || Object.values(workflow?.status.nodes ?? {}).some(isOverWait)) return;
      throw new AutoOpsError('RUN_STATE_INVALID', `${run} does not wait for a decision`);
    }
    if (waits.some((id) => record.decided?.includes(id) !== true)) {
      // Kept before it is acted on: the reconciler of any process goes on from here.
      await ledger.note(run, { decided: waits });
      board.putRecord({ ...(board.record(run) ?? record), decided: waits });
    }
    await repairer.repair(run);
    repairer.turn();
  }

  async function cancel(run: string): Promise<void> {
    await untilListed();
    const [record, present] = [board.record(run), board.run(run)];
    if (record === undefined || present === undefined) {
      throw new AutoOpsError('RUN_UNKNOWN', `there is no run ${run}`);
    }
    if (ended.has(present.phase) || record.cancelled === true) return;
    await ledger.note(run, { cancelled: true });
    board.putRecord({ ...(board.record(run) ?? record), cancelled: true });
    await repairer.repair(run);
    repairer.turn();
  }

  return {
    start,
    decide,
    cancel,
    runs: async () => board.runs(),
    run: async (name) => board.run(name),
    watch: (listener) => board.watch(listener),
    listed: () => listed.promise,
    async close() {
      stopWatching();
      await repairer.close();
    },
  };
}

function isOverWait(node: { readonly type: string; readonly phase: string }): boolean {
  return node.type === 'Suspend' && node.phase === 'Succeeded';
}
