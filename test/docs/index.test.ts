import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const index = readFileSync(join(docs, 'index.md'), 'utf8');

it('every page is in the index, decisions under their own heading', () => {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && name !== 'index.md',
  );
  const missing = pages.filter((page) => !index.includes(`](${page})`));

  expect(pages.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

it('a decision is called there what it calls itself', () => {
  const wrong = readdirSync(join(docs, 'decisions'))
    .filter((name) => !name.startsWith('0000'))
    .filter((name) => {
      const [, number, title] = /^# (\d{4}):? (.+)$/m.exec(readFileSync(join(docs, 'decisions', name), 'utf8')) ?? [];
      return !index.includes(`- [${number}: ${title}](decisions/${name})`);
    });

  expect(wrong).toEqual([]);
});
