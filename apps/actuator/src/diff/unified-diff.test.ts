import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

const twenty = Array.from({ length: 20 }, (_, index) => `line ${index}`);

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

test('shows a change with three lines around it', () => {
  const diff = unifiedDiff('x.yaml', text(twenty), text(twenty.with(9, 'changed')));

  expect(diff.split('\n')).toEqual([
    '--- a/x.yaml',
    '+++ b/x.yaml',
    '@@ -7,7 +7,7 @@',
    ' line 6',
    ' line 7',
    ' line 8',
    '-line 9',
    '+changed',
    ' line 10',
    ' line 11',
    ' line 12',
    '',
  ]);
});

test('is empty for equal texts', () => {
  expect(unifiedDiff('x', 'a\n', 'a\n')).toBe('');
});

test('an independent program turns the old text into the new one with it', () => {
  const cases: [string[], string[]][] = [
    [[], ['one', 'two']],
    [['one', 'two'], []],
    [twenty, ['first', ...twenty, 'last']],
    [twenty, twenty.toReversed()],
    [twenty, twenty.filter((_, index) => index % 3 !== 0)],
    [
      ['a', 'b', 'a', 'b', 'c'],
      ['b', 'a', 'c', 'a', 'b'],
    ],
    [Array.from({ length: 2100 }, (_, i) => `a${i}`), Array.from({ length: 2100 }, (_, i) => `b${i}`)],
  ];

  for (const [before, after] of cases) {
    const folder = temporaryFolder();
    const [old, wanted] = [before.length === 0 ? '' : text(before), after.length === 0 ? '' : text(after)];
    writeFileSync(join(folder, 'x'), old);
    writeFileSync(join(folder, 'p'), unifiedDiff('x', old, wanted));
    execFileSync('git', ['apply', 'p'], { cwd: folder });
    const got = readFileSync(join(folder, 'x'), 'utf8');
    expect(got).toBe(wanted);
  }
});
