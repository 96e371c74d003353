import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { baseFolders } from './base-folders.ts';
import { readManifests } from './read-manifests.ts';
import { root } from './template.ts';

const chart = (name: string) => readFileSync(join(root, 'k8s', 'chart', name), 'utf8');
const byName = (objects: readonly object[]) =>
  objects.map((object) => JSON.stringify(object)).sort((one, other) => (one < other ? -1 : 1));

it('the chart is the base (node scripts/chart.ts where it is not)', () => {
  const base = readManifests(...baseFolders).map(({ file, ...object }) =>
    object.kind === 'WorkflowTemplate'
      ? { ...object, metadata: { ...object.metadata, namespace: 'auto-ops' } }
      : object,
  );
  const shipped = parseAllDocuments(chart('manifests.yaml')).map((document) => document.toJS() as object);

  expect(byName(shipped)).toEqual(byName(base));
});

it('the chart is of this version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  expect(parse(chart('Chart.yaml'))).toMatchObject({ version, appVersion: version });
});

it('every image can be taken from elsewhere', () => {
  const images = chart('manifests.yaml')
    .split('\n')
    .filter((line) => /^\s*(- )?"?image"?:/.test(line));

  expect(images.length).toBeGreaterThan(10);
  expect(images.filter((line) => !line.includes('image: auto-ops/'))).toEqual([]);
  expect(chart('templates/manifests.yaml')).toContain('replace "image: auto-ops/"');
});
