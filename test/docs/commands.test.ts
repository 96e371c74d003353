import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const ignored = /(^|\/)(node_modules|dist|\.git|\.turbo|\.auto-ops|__fixtures__|coverage)(\/|$)|^test\/bundles\//;
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.md') && !ignored.test(path),
);

/** The lines of all code blocks and the short pieces of code between words, with the page that they are on. */
const code = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const blocks = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.replaceAll(/\\\n\s*/g, ' ').split('\n'),
  );
  const spans = [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return [...blocks, ...spans].map((line) => ({
    page: relative(root, join(root, page)),
    line: line.replace(/^\$ /, ''),
  }));
});

/** Each command with the options that the reference gives it. */
const commands = new Map(
  readFileSync(join(root, 'docs/reference/cli.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => [
      /^auto-ops ([a-z ]+)\n/.exec(section)?.[1] ?? '',
      new Set([...section.matchAll(/`(?:-\w, )?(--[a-z-]+)/g)].map(([, option]) => option ?? '')),
    ]),
);

function problemOf(line: string): string | undefined {
  const words = line.split(/\s+#/)[0]?.split(/\s+/) ?? [];
  const name = [words.slice(1, 3).join(' '), words[1] ?? ''].find((candidate) => commands.has(candidate));
  const isFamily = words.length === 2 && [...commands.keys()].some((command) => command.startsWith(`${words[1]} `));
  if (isFamily) return undefined;
  if (name === undefined) return `there is no ${words.slice(0, 3).join(' ')}`;
  const unknown = words.filter((word) => word.startsWith('--') && !commands.get(name)?.has(word.split('=')[0] ?? ''));
  return unknown.length === 0 ? undefined : `${name} has no ${unknown.join(', ')}`;
}

test('a command line of ours names a command and options that exist', () => {
  const ours = code.filter(({ line }) => /^auto-ops [a-z]/.test(line));

  const wrong = ours.flatMap(({ page, line }) => {
    const problem = problemOf(line);
    return problem === undefined ? [] : [`${page}: ${problem}`];
  });

  expect(commands.size).toBeGreaterThan(5);
  expect(ours.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('a folder that kubectl or helm shall apply is there', () => {
  const named = code.flatMap(({ page, line }) =>
    [...line.matchAll(/(?:kubectl .*?-[kf]|helm install \S+) ((?:k8s|argo|docs|test)\/\S+)/g)].map(([, path = '']) => ({
      page,
      path: path.replace(/[`,;)]+$/, ''),
    })),
  );
  const missing = named.filter(({ path }) => !/[<*]/.test(path) && !existsSync(join(root, path)));

  expect(named.length).toBeGreaterThan(5);
  expect(missing).toEqual([]);
});

test('a script of npm that is named exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = code.flatMap(({ page, line }) =>
    [...line.matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, script = '']) => ({ page, script })),
  );

  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
});
