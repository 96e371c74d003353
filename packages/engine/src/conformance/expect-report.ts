import { deepEqual } from 'node:assert/strict';
import type { Run } from '@auto-ops/contracts';

/** Fails unless the report of a run was made, as the last thing. */
export function expectReport(run: Run): void {
  const report = run.nodes.find((node) => node.template === 'report' && node.kind === 'Pod');
  deepEqual([report?.phase, report?.outputs.verdict], ['Succeeded', 'made']);
}
