import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './repository-files.ts';
import { workspaces } from './workspaces.ts';

const manifests = [
  { folder: '.', manifest: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) },
  ...workspaces(),
];
const wanted = manifests.flatMap(({ folder, manifest }) =>
  Object.entries<string>({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }).map(([name, version]) => ({ folder, name, version })),
);

test('every dependency is pinned to one exact version', () => {
  const loose = wanted.filter(({ version }) => !/^\d+\.\d+\.\d+$/.test(version));

  expect(loose).toEqual([]);
});

test('a dependency has the same version everywhere', () => {
  const versions = Map.groupBy(wanted, ({ name }) => name);
  const differing = [...versions].filter(([, uses]) => new Set(uses.map(({ version }) => version)).size > 1);

  expect(differing).toEqual([]);
});

test('the lock file names no registry but the public one', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hosts = [...lock.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host);

  expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
});

test('the repository has at most twelve scripts', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };

  expect(Object.keys(scripts).length).toBeLessThanOrEqual(12);
});
