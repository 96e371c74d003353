import { deepEqual } from 'node:assert/strict';
import type { NodePhase, Run } from '@auto-ops/contracts';

/** Fails unless the named nodes have these phases. */
export function expectNodes(run: Run, phases: Readonly<Record<string, NodePhase>>): void {
  const found = Object.keys(phases).map((name) => [name, run.nodes.find((node) => node.displayName === name)?.phase]);
  deepEqual(Object.fromEntries(found), phases);
}
