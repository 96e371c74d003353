import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AutoOpsError, type Edit } from '@auto-ops/contracts';

const fileLimit = 1024 * 1024;

/**
 * Makes edits in a working copy. Throws EDIT_IMPOSSIBLE where an edit leaves the copy or touches git's own files, its file is
 * missing or too large (1 MB), or its old text does not occur exactly once.
 */
export function applyEdits(folder: string, edits: readonly Edit[]): void {
  for (const edit of edits) {
    const path = insidePath(folder, edit.path);
    if (edit.oldText === undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, edit.newText);
      continue;
    }
    if (!existsSync(path)) throw impossible(edit, 'the file does not exist');
    const size = lstatSync(path).size;
    if (size > fileLimit) throw impossible(edit, `the file has ${size} bytes; at most ${fileLimit} are edited`);
    const text = readFileSync(path, 'utf8');
    const occurrences = text.split(edit.oldText).length - 1;
    if (occurrences !== 1) throw impossible(edit, `the old text occurs ${occurrences} times instead of once`);
    const start = text.indexOf(edit.oldText);
    writeFileSync(path, text.slice(0, start) + edit.newText + text.slice(start + edit.oldText.length));
  }
}

function insidePath(folder: string, path: string): string {
  const parts = path.split('/');
  const isOdd = parts.some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git');
  if (isOdd || path.includes('\\')) throw impossible({ path }, 'the path is not a plain path below the repository');
  let current = folder;
  for (const part of parts) {
    current = join(current, part);
    const found = lstatSync(current, { throwIfNoEntry: false });
    if (found?.isSymbolicLink()) throw impossible({ path }, 'the path passes a symbolic link');
  }
  return current;
}

function impossible(edit: { readonly path: string }, reason: string): AutoOpsError {
  return new AutoOpsError('EDIT_IMPOSSIBLE', `${edit.path}: ${reason}`);
}
