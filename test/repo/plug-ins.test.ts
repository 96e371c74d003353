import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './repository-files.ts';
import { sourceFiles } from './source-files.ts';

const parents = [
  { folder: 'packages/diagnosis/src/detectors', variable: 'detector' },
  { folder: 'packages/policy/src/actions', variable: 'action' },
  { folder: 'apps/fixer/src/repairs', variable: 'repair' },
  { folder: 'packages/evidence/src/specialists', variable: 'specialist' },
  { folder: 'apps/maintenance/src/jobs', variable: 'job' },
  { folder: 'apps/cli/src/discover/finders', variable: 'finder' },
];

describe.each(parents.filter(({ folder }) => existsSync(join(root, folder))))('$folder', ({ folder, variable }) => {
  const plugIns = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, files: readdirSync(join(root, folder, entry.name)) }));

  test(`every plug-in has an index.ts that exports ${variable}`, () => {
    const wrong = plugIns.filter(({ name, files }) => {
      if (!files.includes('index.ts')) return true;
      const text = readFileSync(join(root, folder, name, 'index.ts'), 'utf8');
      return !new RegExp(`export (const ${variable}\\b|\\{[^}]*\\b${variable}\\b)`).test(text);
    });

    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('every plug-in has a test of its own, or is named in one of its workspace', () => {
    const source = folder.split('/').slice(0, 3).join('/');
    const texts = sourceFiles()
      .filter((path) => path.startsWith(`${source}/`) && path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(root, path), 'utf8'));
    const untested = plugIns
      .filter(({ files }) => !files.some((file) => file.endsWith('.test.ts')))
      .filter(({ name }) => !texts.some((text) => text.includes(`'${name}'`)));

    expect(untested.map(({ name }) => name)).toEqual([]);
  });

  test('no plug-in imports its sibling', () => {
    const names = new Set(plugIns.map(({ name }) => name));
    const wrong = plugIns.flatMap(({ name, files }) =>
      files
        .filter((file) => file.endsWith('.ts'))
        .filter((file) => {
          const text = readFileSync(join(root, folder, name, file), 'utf8');
          return [...text.matchAll(/from '\.\.\/([\w-]+)\//g)].some(([, sibling]) => names.has(sibling ?? ''));
        })
        .map((file) => `${name}/${file}`),
    );

    expect(wrong).toEqual([]);
  });
});
