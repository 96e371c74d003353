import type { Workflow } from '@auto-ops/argo-workflows-client';
import type { Run, RunListener } from '@auto-ops/contracts';
import type { Logger } from '@auto-ops/runtime';
import { describeRun } from './describe-run.ts';
import type { RunBoard } from './run-board.ts';
import { runPrefix } from './run-prefix.ts';
import type { RunRecord } from './run-record.ts';

/** An empty board; listeners are told of each change of a run, and what they throw is logged. */
export function createRunBoard(logger: Logger): RunBoard {
  const records = new Map<string, RunRecord>();
  const workflows = new Map<string, Workflow>();
  const listeners = new Set<RunListener>();

  function run(name: string): Run | undefined {
    const [record, workflow] = [records.get(name), workflows.get(name)];
    return record === undefined && workflow === undefined ? undefined : describeRun(name, record, workflow);
  }

  function tell(name: string): void {
    const changed = run(name);
    if (changed === undefined) return;
    for (const listener of [...listeners]) {
      try {
        listener(changed);
      } catch (error) {
        logger.error({ err: error, run: name }, 'A listener of runs failed');
      }
    }
  }

  function putWorkflow(workflow: Workflow): void {
    const { name, uid, resourceVersion } = workflow.metadata;
    if (!name.startsWith(runPrefix)) return;
    const known = workflows.get(name)?.metadata;
    if (known?.uid === uid && Number(known.resourceVersion) >= Number(resourceVersion)) return;
    workflows.set(name, workflow);
    tell(name);
  }

  function dropWorkflow({ metadata: { name, uid } }: Workflow): void {
    if (workflows.get(name)?.metadata.uid !== uid) return;
    workflows.delete(name);
    tell(name);
  }

  return {
    record: (name) => records.get(name),
    workflow: (name) => workflows.get(name),
    records: () => [...records.values()],
    run,
    runs: () => [...new Set([...records.keys(), ...workflows.keys()])].flatMap((name) => run(name) ?? []),
    putRecord(record) {
      records.set(record.run, record);
      tell(record.run);
    },
    dropRecord: (name) => records.delete(name),
    putWorkflow,
    dropWorkflow,
    replaceWorkflows(present) {
      const uids = new Set(present.map((workflow) => workflow.metadata.uid));
      for (const workflow of [...workflows.values()]) if (!uids.has(workflow.metadata.uid)) dropWorkflow(workflow);
      for (const workflow of present) putWorkflow(workflow);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
