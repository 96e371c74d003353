import type { Workspace } from './workspace.ts';

/** The number of the newest attempt that has a plan; 0 where there is none. */
export function latestAttempt(workspace: Workspace): number {
  const attempts = workspace
    .list('fix')
    .filter((name) => workspace.exists(`fix/${name}/plan.json`))
    .map(Number);
  return Math.max(0, ...attempts.filter(Number.isInteger));
}
