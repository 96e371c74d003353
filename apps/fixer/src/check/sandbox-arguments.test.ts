import { expect, test } from 'vitest';
import { sandboxArguments } from './sandbox-arguments.ts';

const words = sandboxArguments({
  worktree: '/run/check/1/worktree',
  command: 'make test',
  runtime: '/opt/node/bin/node',
  seconds: 60,
});

test('every namespace is its own, so there is no network; no privilege and no environment is kept', () => {
  expect(words).toEqual(expect.arrayContaining(['--unshare-all', '--clearenv', '--new-session', '--die-with-parent']));
  expect(words).not.toContain('--share-net');
  expect(words[words.indexOf('--cap-drop') + 1]).toBe('ALL');
});

test('the worktree is all that can be written beside an empty home', () => {
  const bound = words.flatMap((word, index) => (word === '--bind' ? [words[index + 1]] : []));

  expect(bound).toEqual(['/run/check/1/worktree']);
  expect(words.join(' ')).toContain('--tmpfs /tmp');
  expect(words.filter((word) => word.startsWith('/etc')).every((path) => /alternatives|ld\.so\.cache/.test(path))).toBe(
    true,
  );
  expect(words.some((word) => /^\/(home|root|var|run)(\/|$)/.test(word) && word !== '/run/check/1/worktree')).toBe(
    false,
  );
});

test('the command is one argument of the shell', () => {
  expect(words.slice(-3)).toEqual(['/bin/sh', '-c', 'ulimit -t 60 -f 2097152; make test']);
});
