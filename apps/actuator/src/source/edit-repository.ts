import { matchesGlob } from 'node:path';
import { AutoOpsError, type CheckResult, Edit } from '@auto-ops/contracts';
import { isForbiddenPath } from '@auto-ops/policy';
import { applyEdits } from '@auto-ops/workspace';
import { z } from 'zod';
import type { EditOutcome } from './edit-outcome.ts';
import type { Git } from './git.ts';
import { parseEditedFiles } from './parse-edited-files.ts';

/** Edits of one action with its id. */
export interface EditTask {
  readonly id: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/**
 * Makes the edits of one action in a clean working copy and stages them; git makes the diff. Paths are held against the allow-list
 * (globs) and policy's list of files nobody edits before anything is written.
 */
export async function editRepository(
  git: Git,
  folder: string,
  task: EditTask,
  allowed: readonly string[],
): Promise<EditOutcome> {
  const edits = z.array(Edit).parse(task.arguments.edits);
  const paths = edits.map((edit) => edit.path);
  const checks: CheckResult[] = [];
  const add = (name: string, problems: readonly string[], detail: string) => {
    const result = problems.length === 0 ? 'passed' : 'failed';
    checks.push({ name, action: task.id, result, detail: (problems.join('; ') || detail).slice(0, 4000) });
    return result === 'passed';
  };

  const refused = paths.filter((path) => isForbiddenPath(path) || !allowed.some((glob) => matchesGlob(path, glob)));
  const outside = refused.map((path) => `${path} may not be edited`);
  if (!add('edit-paths', outside, 'Every file is on the allow-list.')) return { result: 'failed', checks, diff: '' };
  try {
    applyEdits(folder, edits);
  } catch (error) {
    if (!(error instanceof AutoOpsError)) throw error;
    add('edits-apply', [error.message], '');
    return { result: 'failed', checks, diff: '' };
  }
  add('edits-apply', [], 'Every old text occurs exactly once.');
  add('files-parse', parseEditedFiles(folder, paths), 'Every edited file parses.');
  await git(folder, ['add', '--all', '--force', '--', ...paths]);
  const diff = await git(folder, ['diff', '--cached', '--no-color', '--no-ext-diff', '--no-textconv', 'HEAD']);
  add('diff', diff === '' ? ['The edits change nothing'] : [], 'git made the diff.');
  return { result: checks.some((check) => check.result === 'failed') ? 'failed' : 'passed', checks, diff };
}
