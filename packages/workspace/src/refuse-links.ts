import { lstatSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';

/** The absolute path below `root`; throws WORKSPACE_SYMLINK where a part is a symbolic link or the path leaves the folder. */
export function refuseLinks(root: string, relativePath: string): string {
  const normal = normalize(relativePath);
  if (isAbsolute(normal) || normal === '..' || normal.startsWith(`..${sep}`)) {
    throw new AutoOpsError('WORKSPACE_SYMLINK', `${relativePath} leaves the workspace`);
  }
  let path = root;
  for (const part of normal.split(sep)) {
    if (part === '.' || part === '') continue;
    path = join(path, part);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
      throw new AutoOpsError('WORKSPACE_SYMLINK', `${relativePath} passes the symbolic link ${part}`);
    }
  }
  return path;
}
