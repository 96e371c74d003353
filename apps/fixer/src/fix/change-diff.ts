import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AutoOpsError, type Plan } from '@auto-ops/contracts';
import type { View } from '@auto-ops/diagnosis';
import { changedTexts } from './changed-texts.ts';

/** The unified diff, made by git, of the files a plan edits or the objects it changes; empty where it changes none. */
export async function changeDiff(
  plan: Plan,
  view: View,
  files: ReadonlyMap<string, string> | undefined,
  options: { readonly searchPath: string; readonly signal: AbortSignal },
): Promise<string> {
  const texts = changedTexts(plan, view, files ?? new Map());
  if (texts.length === 0) return '';
  const scratch = mkdtempSync(join(tmpdir(), 'auto-ops-diff-'));
  try {
    for (const { path, before, after } of texts) {
      for (const [side, text] of [
        ['a', before],
        ['b', after],
      ] as const) {
        const file = join(scratch, side, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    return await gitDiff(scratch, options);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function gitDiff(
  folder: string,
  { searchPath, signal }: { readonly searchPath: string; readonly signal: AbortSignal },
): Promise<string> {
  const words = [
    'diff',
    '--no-index',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--src-prefix=',
    '--dst-prefix=',
    'a',
    'b',
  ];
  const env = {
    PATH: searchPath,
    HOME: folder,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CEILING_DIRECTORIES: folder,
  };
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      words,
      { cwd: folder, env, signal, timeout: 30_000, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // Exit 1 says that there are differences.
        if (error === null || error.code === 1) resolve(stdout);
        else
          reject(
            new AutoOpsError('REPOSITORY_UNUSABLE', `git diff: ${(stderr || error.message).slice(0, 500)}`, {
              cause: error,
            }),
          );
      },
    );
  });
}
