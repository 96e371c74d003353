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
import { type StepProcess, startStep } from './step/start-step.ts';
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
    try {
      const call = resolveStep(run, template, running, folders);
      const log = folders.log(run.state.name, node.id);
      const child = startStep(call, options.programs(call.app), environmentOf(run, call), log, (end) => {
        processes.delete(node.id);
        if (closed !== undefined) {
          if (processes.size === 0) closed();
          return;
        }
        const time = options.clock();
        const current = run.nodes.get(node.id) ?? running;
        const isOrphanPossible = (orphans.get(node.id) ?? 0) > time.getTime();
        const next = judgeStep(current, call, end, time, isOrphanPossible);
        if (next.phase !== 'Pending') for (const folder of call.ownFolders) closeFolder(folder);
        options.logger.info(
          { run: run.state.name, node: node.id, phase: next.phase, exit: next.exitCode },
          'A step has ended',
        );
        book.commit(run, { nodes: [next] });
        whenChanged();
      });
      processes.set(node.id, child);
      book.commit(run, { nodes: [{ ...running, process: child.process }] });
    } catch (error) {
      const { code, message } = asAutoOpsError(error);
      const at = options.clock().toISOString();
      book.commit(run, { nodes: [{ ...running, phase: 'Error', finishedAt: at, message: `${code}: ${message}` }] });
      whenChanged();
    }
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
        for (const folder of resolveStep(run, template, node, folders).ownFolders) openFolder(folder);
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
