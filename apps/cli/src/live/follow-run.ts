import type { Engine, Run } from '@auto-ops/contracts';
import { formatNode } from '../output/format-node.ts';

/** Waits for the end of a run; on a terminal, notes each step as it ends. */
export async function followRun(engine: Engine, name: string, note: (text: string) => void): Promise<Run> {
  const told = new Set<string>();
  const { promise, resolve } = Promise.withResolvers<Run>();
  const look = (run: Run) => {
    if (run.name !== name) return;
    for (const node of run.nodes) {
      const line = formatNode({ ...node, name: node.displayName });
      if (line === undefined || told.has(node.id)) continue;
      told.add(node.id);
      if (process.stderr.isTTY) note(`${line}\n`);
    }
    if (run.phase === 'Succeeded' || run.phase === 'Failed') resolve(run);
  };
  const stop = engine.watch(look);
  for (const run of await engine.runs()) look(run);
  try {
    return await promise;
  } finally {
    stop();
  }
}
