import type { Workspace } from '@auto-ops/workspace';

/** The folder of the collected checkout, relative to the workspace; `undefined` where no round has one. */
export function checkoutOf(workspace: Workspace): string | undefined {
  const rounds = workspace.list('collect').toSorted((left, right) => Number(right) - Number(left));
  return rounds.map((round) => `collect/${round}/repository/repository`).find((folder) => workspace.exists(folder));
}
