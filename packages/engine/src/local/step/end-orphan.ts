import { setTimeout as wait } from 'node:timers/promises';
import type { NodeState } from '../node-state.ts';
import { processStart } from './process-start.ts';
import { signalGroup } from './signal-group.ts';

/**
 * Ends what a killed engine left running of a step, and waits up to 10 s until it is gone. A process id that meanwhile
 * belongs to another process is left alone; where there is no /proc, the step's own watch on stdin and its lock must do.
 */
export async function endOrphan(process: NodeState['process']): Promise<void> {
  if (process?.startedAt === undefined) return;
  for (let tries = 0; tries < 200; tries += 1) {
    if (processStart(process.id) !== process.startedAt) return;
    signalGroup(process.id, 'SIGKILL');
    await wait(50);
  }
}
