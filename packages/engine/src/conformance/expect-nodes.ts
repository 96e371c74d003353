import { deepEqual } from 'node:assert/strict';
import type { NodePhase, Run, RunNode } from '@auto-ops/contracts';

/** The node of a display name; fails when there is none. */
export function nodeOf(run: Run, displayName: string): RunNode {
  const node = run.nodes.find((candidate) => candidate.displayName === displayName);
  if (node === undefined) throw new Error(`${run.name} has no node ${displayName}`);
  return node;
}

/** Fails unless the named nodes have these phases. */
export function expectNodes(run: Run, phases: Readonly<Record<string, NodePhase>>): void {
  const found = Object.keys(phases).map((name) => [name, run.nodes.find((node) => node.displayName === name)?.phase]);
  deepEqual(Object.fromEntries(found), phases);
}

/** Fails unless the report of a run was made, as the last thing. */
export function expectReport(run: Run): void {
  const report = run.nodes.find((node) => node.template === 'report' && node.kind === 'Pod');
  deepEqual([report?.phase, report?.outputs.verdict], ['Succeeded', 'made']);
}
