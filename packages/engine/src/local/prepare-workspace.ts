import { copyFileSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError, type Incident } from '@auto-ops/contracts';
import type { Folders } from './folders.ts';

/**
 * Makes the workspace of a run: `incident/incident.json`, and for a replay the bundle at `incident/bundle/`. The folder
 * `incident` appears whole or not at all. Throws WORKSPACE_SYMLINK for a link in the bundle, DOCUMENT_MISSING where there
 * is no bundle.
 */
export function prepareWorkspace(folders: Folders, run: string, incident: Incident, bundle: string | undefined): void {
  const preparing = folders.preparing(run);
  rmSync(preparing, { recursive: true, force: true });
  mkdirSync(preparing, { recursive: true });
  if (bundle !== undefined) copyTree(bundle, join(preparing, 'bundle'), 'bundle');
  writeFileSync(join(preparing, 'incident.json'), `${JSON.stringify(incident, null, 2)}\n`);
  const workspace = folders.run(run);
  mkdirSync(workspace, { recursive: true });
  // Only a start that was killed before its run was committed leaves one.
  rmSync(join(workspace, 'incident'), { recursive: true, force: true });
  renameSync(preparing, join(workspace, 'incident'));
}

function copyTree(from: string, to: string, name: string): void {
  const stats = lstatSync(from, { throwIfNoEntry: false });
  if (stats === undefined) throw new AutoOpsError('DOCUMENT_MISSING', `there is no ${from}`);
  if (stats.isDirectory()) {
    mkdirSync(to);
    for (const entry of readdirSync(from)) copyTree(join(from, entry), join(to, entry), `${name}/${entry}`);
  } else if (stats.isFile()) {
    copyFileSync(from, to);
  } else {
    throw new AutoOpsError('WORKSPACE_SYMLINK', `${name} is no file and no folder`);
  }
}
