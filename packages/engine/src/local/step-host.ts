import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { asAutoOpsError } from '@auto-ops/runtime';
import type { ActiveRun } from './active-run.ts';
import type { Folders } from './folders.ts';
import type { LocalEngineOptions } from './local-engine-options.ts';
import type { NodeState } from './node-state.ts';
import type { RunBook } from './run-book.ts';
import { closeFolder } from './step/close-folder.ts';
import { judgeStep } from './step/judge-step.ts';
import { openFolder } from './step/open-folder.ts';
import { resolveStep } from './step/resolve-step.ts';
import { type StepEnd, type StepProcess, startStep } from './step/start-step.ts';
import type { StepCall } from './step/step-call.ts';

/** The processes of all running steps. */
export interface StepHost {
  readonly size: number;
  start(run: ActiveRun, node: NodeState): void;
  /** Ends a step of a run that is being stopped. */
  end(node: string, reason: string): void;
  /** Until when a 75 of this step may mean that its former process still lives. */
  expectOrphan(node: string, until: number): void;
  /** Gives the rights on the folders of an ended run back, so that its owner can remove them. */
  release(run: ActiveRun): void;
  close(): Promise<void>;
}

const retryWait = 1000;
const orphanReason = 'the engine is closing';

/** Runs steps as processes; `whenChanged` is called after the end of each was committed. */
export function createStepHost(
  options: LocalEngineOptions & { readonly clock: () => Date; readonly path: string },
  folders: Folders,
  book: RunBook,
  whenChanged: () => void,
): StepHost {
  const processes = new Map<string, StepProcess>();
  const orphans = new Map<string, number>();
  const { logger } = options;
  let closed: (() => void) | undefined;

  function environmentOf(run: ActiveRun, call: StepCall): Record<string, string> {
    const parts = call.configNames.map((name) => options.environment(name, run.state.name));
    return Object.assign({ PATH: options.path, NODE_COMPILE_CACHE: folders.compiled(call.app) }, ...parts);
  }

  function start(run: ActiveRun, node: NodeState): void {
    const now = options.clock();
    const { notBefore: _, message: __, ...kept } = node;
    const running: NodeState = { ...kept, phase: 'Running', startedAt: node.startedAt ?? now.toISOString() };
    const template = run.definition.spec.templates.find((candidate) => candidate.name === node.template);
    if (template === undefined) return;
    book.commit(run, { nodes: [running] });
    let child: StepProcess;
    try {
      const call = resolveStep(run, template, running, folders);
      const log = folders.log(run.state.name, node.id);
      const program = options.programs(call.app);
      child = startStep(call, program, environmentOf(run, call), log, (end) => settle(run, node.id, call, end));
    } catch (error) {
      const { code, message } = asAutoOpsError(error);
      const at = options.clock().toISOString();
      book.commit(run, { nodes: [{ ...running, phase: 'Error', finishedAt: at, message: `${code}: ${message}` }] });
      whenChanged();
      return;
    }
    processes.set(node.id, child);
    book.commit(run, { nodes: [{ ...running, process: child.process }] });
  }

  /** Commits the end of a step; it is held in memory until the store takes it. */
  function settle(run: ActiveRun, id: string, call: StepCall, end: StepEnd): void {
    if (closed !== undefined) {
      processes.delete(id);
      if (processes.size === 0) closed();
      return;
    }
    const now = options.clock();
    const node = run.nodes.get(id);
    if (node === undefined) return;
    try {
      const next = judgeStep(node, call, end, now, (orphans.get(id) ?? 0) > now.getTime());
      if (next.phase !== 'Pending') for (const folder of call.ownFolders) closeFolder(folder);
      book.commit(run, { nodes: [next] });
      const { phase, exitCode, restarts } = next;
      logger.info({ run: run.state.name, node: id, phase, exitCode, restarts }, 'A step has ended');
    } catch (error) {
      logger.error({ err: error, run: run.state.name, node: id }, 'The end of a step could not be stored yet');
      setTimeout(() => settle(run, id, call, end), retryWait);
      return;
    }
    processes.delete(id);
    whenChanged();
  }

  return {
    get size() {
      return processes.size;
    },
    start,
    end: (node, reason) => processes.get(node)?.end(reason),
    expectOrphan: (node, until) => orphans.set(node, until),
    release(run) {
      for (const node of run.nodes.values()) {
        const template = run.definition.spec.templates.find((candidate) => candidate.name === node.template);
        if (node.kind !== 'Pod' || template === undefined || node.startedAt === undefined) continue;
        if (node.phase === 'Skipped' || node.phase === 'Omitted') continue;
        try {
          for (const folder of resolveStep(run, template, node, folders).ownFolders) openFolder(folder);
        } catch (error) {
          logger.warn(
            { err: error, run: run.state.name, node: node.id },
            'The rights on a folder could not be given back',
          );
        }
      }
      rmSync(dirname(folders.temporary(run.state.name, 'any')), { recursive: true, force: true });
    },
    close() {
      return new Promise((resolve) => {
        closed = resolve;
        if (processes.size === 0) resolve();
        for (const child of processes.values()) child.end(orphanReason);
      });
    },
  };
}
