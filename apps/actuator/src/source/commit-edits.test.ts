import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action, Edit } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { commitEdits, type EditCommit } from './commit-edits.ts';
import { createGit } from './git.ts';

const searchPath = '/usr/local/bin:/usr/bin:/bin';
const plainGit = (folder: string, ...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...words], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

function sampleRepository(files: Record<string, string>): string {
  const folder = join(temporaryFolder(), 'sample');
  mkdirSync(folder);
  plainGit(folder, 'init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  plainGit(folder, 'add', '-A');
  plainGit(folder, 'commit', '-qm', 'start');
  return folder;
}

function action(id: string, ...edits: Edit[]): Action {
  const target = { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'sample' };
  return { id, type: 'edit-source', target, arguments: { edits: edits as never }, expected: 'x', evidence: ['ev-1'] };
}

function taskFor(from: string, actions: readonly Action[], changes: Partial<EditCommit> = {}): EditCommit {
  return {
    git: createGit(searchPath, '2026-11-21T12:00:00Z'),
    from,
    to: join(temporaryFolder(), 'copy'),
    branch: 'auto-ops/abc',
    message: 'fix: bring it back',
    allowed: ['**/*.yaml'],
    actions,
    approvedDiff: () => undefined,
    hide: (text) => text,
    ...changes,
  };
}

const manifest = 'kind: Service\nspec:\n  port: 80\n';
const edit: Edit = { path: 'deploy/web.yaml', oldText: 'port: 80', newText: 'port: 8080' };

test('makes one commit on a branch of its own, the same one every time, and leaves the checkout alone', async () => {
  const from = sampleRepository({ 'deploy/web.yaml': manifest, 'deploy/other.yaml': 'a: 1\n' });
  const actions = [action('a1', edit), action('a2', { path: 'deploy/other.yaml', oldText: 'a: 1', newText: 'a: 2' })];
  const task = taskFor(from, actions);

  const first = await commitEdits(task);
  const second = await commitEdits(task);

  expect(second).toEqual(first);
  expect(plainGit(task.to, 'rev-list', '--count', `${first.base}..auto-ops/abc`)).toBe('1');
  expect(plainGit(task.to, 'diff', '--name-only', 'HEAD~1')).toBe('deploy/other.yaml\ndeploy/web.yaml');
  expect(plainGit(from, 'status', '--porcelain')).toBe('');
  expect(plainGit(from, 'branch', '--list', 'auto-ops/*')).toBe('');
});

test.each<[string, Edit, string]>([
  ['text that is not there', { ...edit, oldText: 'port: 81' }, '0 times'],
  ['text that is there twice', { ...edit, oldText: 'e' }, 'times instead of once'],
  ['a file that is missing', { ...edit, path: 'deploy/none.yaml' }, 'does not exist'],
  ['a file outside the allow-list', { path: 'web.py', newText: 'x' }, 'may not be edited'],
  ['a workflow of the forge', { path: '.github/workflows/ci.yaml', newText: 'x: 1' }, 'may not be edited'],
  ['a file that does not parse afterwards', { ...edit, newText: 'port: [80' }, 'deploy/web.yaml'],
  ['no change', { ...edit, newText: 'port: 80' }, 'change nothing'],
  ["git's own files", { path: 'deploy/.git/x.yaml', newText: 'x: 1' }, 'may not be edited'],
])('refuses %s', async (_, wrong, reason) => {
  const from = sampleRepository({ 'deploy/web.yaml': manifest });

  const promise = commitEdits(taskFor(from, [action('a1', wrong)]));

  await expect(promise).rejects.toMatchObject({ code: 'EDIT_IMPOSSIBLE', message: expect.stringContaining(reason) });
});

test('refuses edits that are not the approved ones', async () => {
  const from = sampleRepository({ 'deploy/web.yaml': manifest });

  const promise = commitEdits(taskFor(from, [action('a1', edit)], { approvedDiff: () => 'another diff' }));

  await expect(promise).rejects.toMatchObject({ code: 'TARGET_CHANGED' });
});

test('a hostile repository runs nothing and leads nowhere', async () => {
  const from = sampleRepository({ 'deploy/web.yaml': manifest, '.gitattributes': '*.yaml filter=evil\n' });
  const proof = join(temporaryFolder(), 'proof');
  const outside = join(temporaryFolder(), 'outside.yaml');
  writeFileSync(outside, 'port: 80\n');
  symlinkSync(outside, join(from, 'deploy', 'link.yaml'));
  plainGit(from, 'add', '-A');
  plainGit(from, 'commit', '-qm', 'link');
  writeFileSync(
    join(from, '.git', 'config'),
    `[core]\n\tfsmonitor = touch ${proof}\n[filter "evil"]\n\tclean = touch ${proof}\n\tsmudge = touch ${proof}\n`,
  );
  for (const hook of ['pre-commit', 'post-checkout', 'post-commit']) {
    writeFileSync(join(from, '.git', 'hooks', hook), `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
  }
  const task = taskFor(from, [action('a1', edit)]);

  await commitEdits(task);

  expect(existsSync(proof)).toBe(false);
  expect(readFileSync(join(task.to, 'deploy/web.yaml'), 'utf8')).toContain('8080');
  const throughLink = taskFor(from, [action('a1', { path: 'deploy/link.yaml', newText: 'port: 1\n' })]);
  await commitEdits(throughLink).catch(() => undefined);
  expect(readFileSync(outside, 'utf8')).toBe('port: 80\n');
});

test('says what is wrong with a folder that is no repository', async () => {
  const promise = commitEdits(taskFor(temporaryFolder(), [action('a1', edit)]));

  await expect(promise).rejects.toMatchObject({ code: 'REPOSITORY_UNUSABLE' });
});
