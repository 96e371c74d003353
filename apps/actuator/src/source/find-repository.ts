import type { Workspace } from '@auto-ops/workspace';

/** The newest checkout that the source zone collected, as an absolute path; `undefined` where this run has none. */
export function findRepository(workspace: Workspace): string | undefined {
  for (const round of workspace
    .list('collect')
    .filter((name) => /^[12]$/.test(name))
    .toReversed()) {
    const relative = `collect/${round}/repository/repository`;
    if (workspace.exists(`${relative}/.git`)) return workspace.path(relative);
  }
  return undefined;
}
