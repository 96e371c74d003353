import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a step's folder, or makes it writable again for a further start of its step. */
export function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  changeDocuments(folder, 0o755, 0o644);
}

/**
 * Takes the right to write from a finished step's folder and its documents, so that a later step cannot change them by
 * mistake. Folders inside are left as they are: a checkout that is copied must stay writable in its copy.
 */
export function closeFolder(folder: string): void {
  changeDocuments(folder, 0o555, 0o444);
}

function changeDocuments(folder: string, folderMode: number, fileMode: number): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // The lock is taken by every start of the step, also by one that finds the step done.
    if (entry.isFile() && !entry.name.startsWith('.')) chmodSync(join(folder, entry.name), fileMode);
  }
  chmodSync(folder, folderMode);
}
