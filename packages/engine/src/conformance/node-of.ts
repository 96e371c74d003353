import type { Run, RunNode } from '@auto-ops/contracts';

/** The node of a display name; fails when there is none. */
export function nodeOf(run: Run, displayName: string): RunNode {
  const node = run.nodes.find((candidate) => candidate.displayName === displayName);
  if (node === undefined) throw new Error(`${run.name} has no node ${displayName}`);
  return node;
}
