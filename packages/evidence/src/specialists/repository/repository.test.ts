import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

const ask = (repository: string | undefined, changes: object = {}) =>
  requestFor(() => ({}), { repository, ...changes });

function git(folder: string, at: string, ...words: string[]): string {
  const options = {
    cwd: folder,
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: at,
    },
  };
  return execFileSync(
    'git',
    ['-c', 'user.name=Jane', '-c', 'user.email=jane@example.com', ...words],
    options,
  ).toString();
}

function repositoryWithHistory(): string {
  const folder = temporaryFolder();
  const old = '2026-11-01T00:00:00Z';
  git(folder, old, 'init', '--quiet', '-b', 'main');
  writeFileSync(join(folder, 'deploy.yaml'), 'image: cart:1\n');
  git(folder, old, 'add', '.');
  git(folder, old, 'commit', '--quiet', '-m', 'old');
  writeFileSync(join(folder, 'deploy.yaml'), 'image: cart:2\npassword=swordfish\n');
  symlinkSync('/etc/passwd', join(folder, 'link'));
  const inWindow = '2026-11-21T12:30:00Z';
  git(folder, inWindow, 'add', '.');
  git(folder, inWindow, 'commit', '--quiet', '-m', 'Take the new image');
  writeFileSync(join(folder, 'uncommitted'), 'x');
  return folder;
}

test('clones a repository cleanly and tells of the commits of the window', async () => {
  const source = repositoryWithHistory();
  const request = ask(source);

  const { evidence, coverage } = await specialist.collect(request);

  const checkout = join(request.folder, 'repository');
  const sha = git(source, '', 'rev-parse', 'HEAD').trim();
  expect(evidence).toHaveLength(1);
  expect(evidence[0]).toMatchObject({
    id: `change/commit/${sha}`,
    body: {
      id: `commit:${sha}`,
      type: 'commit',
      at: '2026-11-21T12:30:00.000Z',
      title: 'Take the new image',
      author: 'Jane',
      files: ['deploy.yaml', 'link'],
      diff: expect.stringContaining('-image: cart:1\n+image: cart:2\n+password=[secret:password#'),
    },
  });
  expect(coverage).toMatchObject([{ kind: 'change', complete: true }]);
  expect(git(checkout, '', '-c', 'core.symlinks=false', 'status', '--porcelain')).toBe('');
  expect(existsSync(join(checkout, 'uncommitted'))).toBe(false);
  expect(lstatSync(join(checkout, 'link')).isSymbolicLink()).toBe(false);
  expect(existsSync(join(request.folder, 'gitconfig'))).toBe(false);
});

test('makes one repeatable commit of a plain tree, without links', async () => {
  const source = temporaryFolder();
  mkdirSync(join(source, 'deploy'));
  writeFileSync(join(source, 'deploy/cart.yaml'), 'kind: Deployment\n');
  writeFileSync(join(source, '.gitignore'), '*.yaml\n');
  symlinkSync('/etc/passwd', join(source, 'link'));
  const requests = [ask(source), ask(source)];

  const [collected] = await Promise.all(requests.map((request) => specialist.collect(request)));

  const [left = '', right = ''] = requests.map(({ folder }) =>
    git(join(folder, 'repository'), '', 'rev-parse', 'HEAD'),
  );
  const checkout = join(requests[0]?.folder ?? '', 'repository');
  expect(left).toBe(right);
  expect(readFileSync(join(checkout, 'deploy/cart.yaml'), 'utf8')).toBe('kind: Deployment\n');
  expect(existsSync(join(checkout, 'link'))).toBe(false);
  expect(collected?.evidence).toEqual([]);
});

test('leaves the commits to the bundle where it tells of changes', async () => {
  const change = {
    id: 'ev-1',
    kind: 'change',
    source: 's',
    observedAt: '2026-11-21T13:00:00Z',
    body: { id: 'commit:1', type: 'commit', at: '2026-11-21T12:00:00Z', title: 't' },
  };
  const manifest = {
    version: 1,
    name: 'b',
    capturedAt: '2026-11-21T13:00:00Z',
    window: { from: '2026-11-21T12:00:00Z', to: '2026-11-21T13:00:00Z' },
    alerts: [],
  };

  const { evidence } = await specialist.collect(
    ask(repositoryWithHistory(), { readRecorded: async () => ({ manifest, evidence: [change] }) }),
  );

  expect(evidence).toEqual([]);
});

test('says so where there is no repository, or none that can be used', async () => {
  const none = await specialist.collect(ask(undefined));

  expect(none.coverage).toMatchObject([{ kind: 'change', complete: false, error: 'no repository is configured' }]);
  await expect(specialist.collect(ask('/nonexistent/folder'))).rejects.toMatchObject({ code: 'REPOSITORY_UNUSABLE' });
});

test('a hostile repository runs nothing', async () => {
  const source = repositoryWithHistory();
  const mark = join(temporaryFolder(), 'ran');
  writeFileSync(join(source, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
  git(source, '', 'config', 'core.fsmonitor', `touch ${mark}`);
  git(source, '', 'config', 'uploadpack.packObjectsHook', `touch ${mark}`);

  await specialist.collect(ask(source));

  expect(existsSync(mark)).toBe(false);
});
