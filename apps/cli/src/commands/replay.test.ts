import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../__fixtures__/run-command-line.ts';

const sample = join(import.meta.dirname, '../../sample/bundles/checkout-release');
let folder: string;

beforeEach(() => {
  folder = join(temporaryFolder(), 'bundle');
  cpSync(sample, folder, { recursive: true });
});

it('prints one Analysis with exactly the members of the replay contract', async () => {
  const { exit, stdout } = await runCommandLine('replay', folder, '--output', 'json');

  const answer = JSON.parse(stdout);
  expect(exit).toBe(0);
  expect(Object.keys(answer)).toEqual([
    'bundle',
    'verdict',
    'summary',
    'causes',
    'findings',
    'suspectChanges',
    'affected',
    'ruledOut',
    'runbooks',
    'diagnostics',
    'milliseconds',
  ]);
  expect(answer).toMatchObject({ bundle: 'checkout-release', verdict: 'identified' });
  expect(answer.causes[0]).toMatchObject({
    rank: 1,
    code: 'config-key-missing',
    category: 'configuration',
    subject: { kind: 'Deployment', namespace: 'shop', name: 'checkout' },
  });
});

it('answers the same, byte for byte, when the lines are shuffled', async () => {
  const before = await runCommandLine('replay', folder, '--output', 'ndjson');
  const file = join(folder, 'evidence.ndjson');
  writeFileSync(file, `${readFileSync(file, 'utf8').trim().split('\n').reverse().join('\n')}\n`);

  const after = await runCommandLine('replay', folder, '--output', 'ndjson');

  const withoutTime = (text: string) => text.replace(/"milliseconds":\{[^}]*\}/g, '');
  expect(withoutTime(after.stdout)).toBe(withoutTime(before.stdout));
});

it('names file and line of a broken bundle, still does the others, and ends with 3', async () => {
  const file = join(folder, 'evidence.ndjson');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  writeFileSync(file, `${[...lines.slice(0, 4), '{"id": 7}', ...lines.slice(4)].join('\n')}\n`);

  const { exit, stdout, stderr } = await runCommandLine('replay', folder, sample, '--output', 'ndjson');

  expect(exit).toBe(3);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('BUNDLE_LINE_INVALID');
  expect(stderr).toMatch(/evidence\.ndjson.*5/);
});

it.each([
  ['no bundle', ['replay'], 2, 'USAGE_INVALID'],
  ['an unknown command', ['dance'], 2, 'USAGE_INVALID'],
  ['an unknown option', ['replay', '--colour'], 2, 'USAGE_INVALID'],
  ['a wrong format', ['replay', sample, '--output', 'xml'], 2, 'USAGE_INVALID'],
  ['a folder that is none', ['replay', '--batch', '/nowhere'], 3, 'BUNDLE_UNREADABLE'],
  ['a question about nothing', ['investigate'], 2, 'USAGE_INVALID'],
  ['a target of no kind', ['investigate', '--target', 'thing/x'], 2, 'USAGE_INVALID'],
])('explains %s', async (_, words, code, name) => {
  const { exit, stderr } = await runCommandLine(...words);

  expect(exit).toBe(code);
  expect(stderr).toContain(`error ${name}`);
  expect(stderr).toContain('hint: ');
});
