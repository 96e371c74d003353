import type { Declared } from '../objects/declared.ts';
import { pairObjects } from '../objects/pair-objects.ts';
import { parseObjects } from '../objects/parse-objects.ts';
import type { ChangeSet } from './change-set.ts';
import type { ChangedFile } from './changed-file.ts';

/** What changed files come to: the objects they declare, before and after. `fileCount` counts also those that were not read. */
export function changeSetOf(files: readonly ChangedFile[], fileCount: number): ChangeSet {
  const before: Declared[] = [];
  const after: Declared[] = [];
  const unreadable: { path: string; isTemplate: boolean }[] = [];
  for (const file of files) {
    if (file.kind !== 'file') continue;
    const [old, now] = [parseObjects(file.path, file.before), parseObjects(file.path, file.after)];
    if ('unreadable' in now || 'unreadable' in old) {
      // One half of it would look like a deletion or an addition.
      const why = 'unreadable' in now ? now.unreadable : 'unreadable' in old ? old.unreadable : undefined;
      unreadable.push({ path: file.path, isTemplate: why === 'template' });
      continue;
    }
    before.push(...old.declared);
    after.push(...now.declared);
  }
  const sum = (field: 'additions' | 'deletions') => files.reduce((total, file) => total + file[field], 0);
  return {
    files,
    objects: pairObjects(before, after),
    unreadable,
    fileCount,
    additions: sum('additions'),
    deletions: sum('deletions'),
  };
}
