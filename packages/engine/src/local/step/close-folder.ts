import { changeRights } from './change-rights.ts';

/**
 * Takes the right to write from a finished step's folder and its documents, so that a later step cannot change them by
 * mistake. Folders inside are left as they are: a checkout that is copied must stay writable in its copy.
 */
export function closeFolder(folder: string): void {
  changeRights(folder, 0o555, 0o444);
}
