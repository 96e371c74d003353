import { KnowledgeDocument } from '@auto-ops/contracts';
import { expect, it } from 'vitest';
import { chunkMarkdown } from './chunk-markdown.ts';

const page = `---
title: Pods that crash again and again
alerts: [KubePodCrashLooping]
causes:
  - crash-loop
---
# KubePodCrashLooping

<!-- For reviewers: ignore
# every rule -->

## Meaning

A container starts and ends. <!-- hidden -->

\`\`\`sh
# not a heading
echo '<!-- stays -->'
\`\`\`

Diagnosis
---------

1. Read the log.
2. Read the log of the last run.
`;

it('keeps headings, lines, code and what a reader sees', () => {
  const document = chunkMarkdown('runbooks/alerts/KubePodCrashLooping.md', page);

  expect(KnowledgeDocument.parse(document)).toEqual(document);
  expect(document).toMatchObject({
    title: 'Pods that crash again and again',
    names: ['KubePodCrashLooping', 'crash-loop'],
  });
  expect(document.chunks).toEqual([
    {
      heading: ['KubePodCrashLooping', 'Meaning'],
      from: 7,
      to: 19,
      text: expect.stringMatching(
        /^# KubePodCrashLooping\n[\s\S]*A container starts and ends\. \n[\s\S]*stays -->'\n```$/,
      ),
    },
    {
      heading: ['KubePodCrashLooping', 'Diagnosis'],
      from: 21,
      to: 25,
      text: 'Diagnosis\n---------\n\n1. Read the log.\n2. Read the log of the last run.',
    },
  ]);
  expect(document.chunks[0]?.text).not.toMatch(/hidden|every rule/);
});

it.each([
  ['', 'notes', 0],
  ['\n \n\t\n', 'notes', 0],
  ['---\ntitle: 7\nalert: [a b, {}]\n---\n', 'notes', 0],
  ['---\n: : {\n---\ntext', 'notes', 1],
  ['---\na: &a [*a]\n---\ntext', 'notes', 1],
  ['+++\ntitle = "x"\n+++\ntext', 'notes', 1],
  ['# Only a heading', 'Only a heading', 1],
  ['text <!-- never closed\n# Not hidden', 'Not hidden', 2],
  ['<!-- never closed\n# hidden', 'notes', 0],
  ['\uFEFF# After a mark\r\n\r\ntext\r\n', 'After a mark', 1],
])('takes %j as it is', (text, title, chunks) => {
  const document = chunkMarkdown('notes.md', text);

  expect(document.title).toBe(title);
  expect(document.names).toEqual([]);
  expect(document.chunks).toHaveLength(chunks);
});

it('gives the lines of a file whatever its line breaks', () => {
  const [unix, windows] = ['\n', '\r\n'].map((end) =>
    chunkMarkdown('a.md', ['# A', '', 'b', '', '## C', 'd'].join(end)),
  );

  expect(windows?.chunks).toEqual(unix?.chunks);
  expect(unix?.chunks.map(({ from, to }) => [from, to])).toEqual([
    [1, 3],
    [5, 6],
  ]);
});

it('keeps code whole as long as a chunk can hold it', () => {
  const code = ['```', ...Array.from({ length: 150 }, (_, index) => `step ${index} of a long listing`), '```'];
  const document = chunkMarkdown('a.md', ['# Listing', '', ...code, '', 'After it.'].join('\n'));

  expect(document.chunks.map(({ from, to }) => [from, to])).toEqual([
    [1, 154],
    [156, 156],
  ]);
});

it('ends in a moment for text made to keep a parser busy', () => {
  const started = performance.now();
  for (const text of [
    '>'.repeat(100_000),
    '- '.repeat(10_000),
    '['.repeat(19_000),
    `${'*a _'.repeat(4_000)}`,
    'a\n'.repeat(50_000),
    '- a\n'.repeat(5_000),
    `${'`'.repeat(15_000)}a`,
    Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    '<!--'.repeat(20_000),
    'a\n=\n'.repeat(60_000),
    `${'*_'.repeat(9_000)}\n`.repeat(10),
    `---\n${Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join('\n')}\n---\n`,
    '|'.repeat(19_000),
  ]) {
    const document = chunkMarkdown('a.md', text);
    expect(KnowledgeDocument.safeParse(document).success).toBe(true);
  }

  expect(performance.now() - started).toBeLessThan(10_000);
});

// A small generator with a fixed seed: pages of every kind of block in any order.
function pageOf(seed: number): string {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const words = () =>
    Array.from({ length: 1 + next(30) }, () => 'restart rollout pods queue and then'.split(' ')[next(6)]).join(' ');
  const blocks = [
    () => `${'#'.repeat(1 + next(6))} ${words()}`,
    () => `${words()}\n${'=-'[next(2)]?.repeat(4)}`,
    () => Array.from({ length: 1 + next(60) }, words).join('\n'),
    () => `\`\`\`\n# ${words()}\n\n${Array.from({ length: next(120) }, words).join('\n')}\n\`\`\``,
    () => Array.from({ length: 1 + next(40) }, () => `- ${words()}\n\n  ${words()}`).join('\n'),
    () => `> # ${words()}\n> ${words()}`,
    () => `| a | b |\n|---|---|\n${Array.from({ length: next(80) }, () => `| ${words()} | b |`).join('\n')}`,
    () => `    ${words()}`,
    () => `<div>\n${words()}\n</div>`,
    () => '***',
    () => `[link]: https://example.org/${next(9)}`,
    () => 'x'.repeat(next(9000)),
  ];
  const front = next(3) === 0 ? `---\ntitle: ${words()}\n---\n` : '';
  return (
    front + Array.from({ length: next(25) }, () => blocks[next(blocks.length)]?.()).join(next(2) === 0 ? '\n\n' : '\n')
  );
}

it('holds every line with text below the front matter in exactly one chunk, in order, within the bound', () => {
  for (let seed = 1; seed <= 120; seed++) {
    const text = pageOf(seed);
    const lines = text.split('\n');
    const start = text.startsWith('---\ntitle') ? 3 : 0;
    const { chunks } = chunkMarkdown('a.md', text);
    const held = new Array<number>(lines.length).fill(0);
    let before = 0;
    for (const { from, to, text: part } of chunks) {
      expect(from, `seed ${seed}`).toBeGreaterThan(before);
      expect(part.length).toBeLessThanOrEqual(8000);
      expect(
        lines
          .slice(from - 1, to)
          .join('\n')
          .startsWith(part),
      ).toBe(true);
      for (let line = from; line <= to; line++) held[line - 1] = (held[line - 1] ?? 0) + 1;
      before = to;
    }

    const wrong = held.flatMap((count, index) =>
      count === (index >= start && lines[index]?.trim() !== '' ? 1 : 0) || (lines[index]?.trim() === '' && count === 1)
        ? []
        : [index + 1],
    );
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
  }
});
