import { expect, it } from 'vitest';
import { parseObjects } from './parse-objects.ts';

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

it.each([
  ['empty lines', `${head}${'\n'.repeat(200_000)}`, 'read'],
  ['keys', `${head}data:\n${lines(30_000, (index) => `  k${index}: "1"\n`).join('')}`, 'read'],
  [
    'aliases',
    `${head}data:\n${lines(5_000, (index) => `  k${index}: &a${index} x\n  j${index}: *a${index}\n`).join('')}`,
    'broken',
  ],
])('is done soon with many %s', (_, text, expected) => {
  const started = performance.now();

  const parsed = parseObjects('k8s/large.yaml', text);

  expect('unreadable' in parsed ? parsed.unreadable : 'read').toBe(expected);
  expect(performance.now() - started).toBeLessThan(5000);
});

it.each([
  ['a key that stands twice', `${head}data: { x: "1", x: "2" }\n`],
  ['a key that stands twice in a list', `${head}data: { x: [{ y: 1, y: 2 }] }\n`],
])('takes %s for broken, because readers differ', (_, text) => {
  expect(parseObjects('k8s/a.yaml', text)).toEqual({ unreadable: 'broken' });
});

it('takes what is merged into several maps, and a template for a template', () => {
  const merged = parseObjects('k8s/a.yaml', `x: &x { labels: { a: b } }\n${head}data: { <<: *x, c: "1" }\n`);
  const template = parseObjects('k8s/a.yaml', `${head}\n\n  {{ if .Values.on }}\n`);

  expect('declared' in merged && merged.declared).toHaveLength(1);
  expect(template).toEqual({ unreadable: 'template' });
});
