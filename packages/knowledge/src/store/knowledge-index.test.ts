import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { KnowledgeBatch, KnowledgeDocument } from '@auto-ops/contracts';
import { Passage } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { chunkMarkdown } from '../markdown/chunk-markdown.ts';
import { openKnowledgeIndex } from './open-knowledge-index.ts';

const crash = chunkMarkdown(
  'runbooks/alerts/KubePodCrashLooping.md',
  '---\nalert: KubePodCrashLooping\n---\n# KubePodCrashLooping\n\n## Meaning\n\nA container ends soon after its start.\n\n## Mitigation\n\nUndo the last rollout.\n',
);
const memory = chunkMarkdown(
  'runbooks/memory.md',
  '---\ntitle: Out of memory\nreasons: [OOMKilled]\ncauses: [memory-limit]\n---\nThe kernel ended the process. It restarts, which looks like crash looping.\n',
);
const disk = chunkMarkdown('runbooks/disk.md', '# Disks\n\nA volume is full: `KubePersistentVolumeFillingUp` fires.\n');

async function indexOf(...documents: KnowledgeDocument[]) {
  const path = join(temporaryFolder(), 'knowledge.db');
  const index = openKnowledgeIndex(path);
  onTestFinished(() => index.close());
  await index.replace(batch('acme/shop', documents));
  return { index, path };
}

// Some hundred milliseconds of work on a fast machine.
const words = Array.from({ length: 250 }, (_, index) => `rollout${index} of the Deployment`).join(' ');
const chunks = Array.from({ length: 10 }, (_, index) => ({
  heading: ['A'],
  from: index + 1,
  to: index + 1,
  text: words,
}));
const large = Array.from({ length: 100 }, (_, index) => ({ ...disk, path: `runbooks/${index}.md`, chunks }));

function batch(source: string, documents: KnowledgeDocument[]): KnowledgeBatch {
  return { schemaVersion: 1, source, commit: 'a'.repeat(40), documents };
}

it.each([
  ['pods crash looping', 'runbooks/alerts/KubePodCrashLooping.md'],
  ['CrashLoop', 'runbooks/alerts/KubePodCrashLooping.md'],
  ['how do I undo rollouts?', 'runbooks/alerts/KubePodCrashLooping.md'],
  ['crash looping: why was it OOMKilled', 'runbooks/memory.md'],
  ['crash looping of the cause "memory-limit"', 'runbooks/memory.md'],
  ['persistent volumes filling', 'runbooks/disk.md'],
  ['kubepodcrashlooping', 'runbooks/alerts/KubePodCrashLooping.md'],
])('answers %j with %s', async (question, path) => {
  const { index } = await indexOf(crash, memory, disk);

  expect(index.search(question, 5)[0]?.path).toBe(path);
});

it('cites path, lines and headings, one passage a document', async () => {
  const { index } = await indexOf(crash, memory);

  const [first, second, ...others] = index.search('undo the rollout after a crash', 10);

  expect(Passage.parse(first)).toEqual({
    source: 'acme/shop',
    commit: 'a'.repeat(40),
    path: 'runbooks/alerts/KubePodCrashLooping.md',
    title: 'KubePodCrashLooping',
    heading: ['KubePodCrashLooping', 'Mitigation'],
    from: 10,
    to: 12,
    text: '## Mitigation\n\nUndo the last rollout.',
    snippet: expect.stringContaining('Undo the last rollout'),
  });
  expect(second?.path).toBe('runbooks/memory.md');
  expect(others).toEqual([]);
});

it.each([
  '',
  '   ',
  '"',
  '""',
  "'",
  '*',
  'AND',
  'NOT NEAR(',
  'a AND (b OR',
  'text:crash',
  '{title}: ^crash*',
  '-crash +loop',
  'a\u0000b',
  'crash\u0000"loop',
  '\ud800',
  '日本語 тест ñandú',
  '🙂',
  'the of and',
  '); DROP TABLE passage; --',
  '\\',
  '%_',
])('takes %j for a question', async (question) => {
  const { index } = await indexOf(crash);

  expect(Array.isArray(index.search(question, 5))).toBe(true);
  expect(index.search('crash', 5)).toHaveLength(1);
});

it('takes a question of any length', async () => {
  const { index } = await indexOf(crash);

  expect(index.search('x'.repeat(100_000), 5)).toEqual([]);
  expect(index.search('crash '.repeat(20_000), 5)).toHaveLength(1);
  expect(index.search(Array.from({ length: 5000 }, (_, word) => `word${word}`).join(' '), 5)).toEqual([]);
});

it('finds words of other scripts, and nothing where nothing fits or nothing is wanted', async () => {
  const { index } = await indexOf(chunkMarkdown('a.md', '# Störung\n\nДиск переполнен.'));

  expect(index.search('диск', 5)).toHaveLength(1);
  expect(index.search('storung', 5)).toHaveLength(1);
  expect(index.search('nonsense', 5)).toEqual([]);
  expect(index.search('диск', 0)).toEqual([]);
  expect(index.search('диск', Number.NaN)).toEqual([]);
});

it('replaces one source and leaves the others; an empty batch empties it', async () => {
  const { index, path } = await indexOf(crash, memory);
  await index.replace(batch('other', [disk]));

  await index.replace(batch('acme/shop', [memory, memory]));

  expect(index.search('undo rollout', 5)).toEqual([]);
  expect(index.sources()).toEqual([
    { source: 'acme/shop', commit: 'a'.repeat(40), documents: 1, chunks: 1 },
    { source: 'other', commit: 'a'.repeat(40), documents: 1, chunks: 1 },
  ]);
  await index.replace(batch('acme/shop', []));
  expect(index.search('kernel', 5)).toEqual([]);
  const database = new DatabaseSync(path);
  const counts = ['chunk', 'passage', 'document_name'].map(
    (table) => database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count,
  );
  database.close();
  expect(counts).toEqual([1, 1, 0]);
});

it('keeps the old documents when the new ones cannot be stored', async () => {
  const { index } = await indexOf(crash);
  const broken = { ...memory, chunks: [{ ...memory.chunks[0], from: {} }] } as unknown as KnowledgeDocument;

  await expect(index.replace(batch('acme/shop', [disk, broken]))).rejects.toMatchObject({ code: 'STORE_FAILED' });

  expect(index.search('undo rollout', 5)).toHaveLength(1);
  expect(index.search('volume', 5)).toEqual([]);
});

it('is there again after it was closed', async () => {
  const { index, path } = await indexOf(crash);
  index.close();
  const again = openKnowledgeIndex(path);
  onTestFinished(() => again.close());

  expect(again.search('crash', 5)).toHaveLength(1);
});

it('lets others have their turn while it takes a large source in, and shows the old one until the new one is whole', async () => {
  const { index } = await indexOf(crash);
  let isDone = false;
  let turns = 0;
  const seen = new Set<number>();

  const replaced = Promise.all([
    index.replace(batch('acme/shop', large)),
    index.replace(batch('acme/shop', [memory])),
  ]).then(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
    seen.add(index.sources()[0]?.documents ?? 0);
  }
  await replaced;

  expect(turns).toBeGreaterThan(2);
  expect([...seen].every((count) => count === 1 || count === large.length)).toBe(true);
  expect(index.search('kernel', 5)).toHaveLength(1);
  expect(index.search('undo rollout', 5)).toEqual([]);
});

it('is closed in the middle without a trace of what came', async () => {
  const { index, path } = await indexOf(crash);
  const replaced = index.replace(batch('acme/shop', large));
  await new Promise((resolve) => setImmediate(resolve));
  index.close();

  await expect(replaced).rejects.toMatchObject({ code: 'STORE_FAILED' });

  const again = openKnowledgeIndex(path);
  onTestFinished(() => again.close());
  expect(again.sources()).toMatchObject([{ documents: 1 }]);
});
