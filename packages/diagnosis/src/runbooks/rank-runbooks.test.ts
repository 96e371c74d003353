import { expect, test } from 'vitest';
import { bundleOf } from '../__fixtures__/bundle-of.ts';
import { type RunbookQuestion, rankRunbooks } from './rank-runbooks.ts';

const pages = [
  { id: 'alerts/KubePodNotReady', text: '# Pod not ready\n\nLook at the pod.' },
  { id: 'config/missing-key', text: '---\nid: x\n---\n# Configuration\n\nHelps with config-key-missing.' },
  {
    id: 'database/pool',
    text: '# Connection pool exhausted\n\nThe checkout database refuses connections of the pool.',
  },
  { id: 'kitchen/bake', text: 'Flour and sugar, no heading.' },
];
const ask = (parts: Parameters<typeof bundleOf>[0], causes: RunbookQuestion['causes'] = []) =>
  rankRunbooks(pages, { manifest: bundleOf(parts).manifest, causes });

test('puts the page of the alert first, then the one that names the cause', () => {
  const found = ask({ alerts: [{ name: 'KubePodNotReady' }] }, [
    { code: 'config-key-missing', statement: 'The ConfigMap has no key a.' },
  ]);

  expect(found).toEqual([
    { id: 'alerts/KubePodNotReady', title: 'Pod not ready', score: 1 },
    { id: 'config/missing-key', title: 'Configuration', score: 0.8 },
  ]);
});

test('finds a page by its words, and none where nothing fits', () => {
  expect(ask({ question: 'why does the checkout database refuse connections?' })).toMatchObject([
    { id: 'database/pool', title: 'Connection pool exhausted' },
  ]);
  expect(ask({ question: 'is the moon full?' })).toEqual([]);
});

test('takes no part of a word for the name, and gives the same for every order of the pages', () => {
  const manifest = bundleOf({ alerts: [{ name: 'KubePod' }], question: 'connection pool of the database' }).manifest;
  const forth = rankRunbooks(pages, { manifest, causes: [] });

  expect(forth.find((page) => page.id === 'alerts/KubePodNotReady')?.score ?? 0).toBeLessThan(0.9);
  expect(rankRunbooks(pages.toReversed(), { manifest, causes: [] })).toEqual(forth);
});
