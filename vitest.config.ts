import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// These need a cluster, minutes, or a quiet machine: each has its own command.
const onDemand = new Set(['bench', 'cluster']);
const setupFiles = [`${import.meta.dirname}/packages/testing/src/vitest-setup.ts`];

function foldersOf(parent: string): string[] {
  if (!existsSync(new URL(parent, import.meta.url))) return [];
  return readdirSync(new URL(parent, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

// A worker that is kept for many files is several times as fast; tests of ours leave no state behind in it.
function project(name: string, root: string, include: string) {
  return {
    test: {
      isolate: false,
      name,
      root,
      include: [include],
      setupFiles,
      environment: 'node' as const,
      testTimeout: 30_000,
      hookTimeout: 30_000,
    },
  };
}

const workspaces = ['apps', 'packages'].flatMap((parent) =>
  foldersOf(`./${parent}/`).map((folder) =>
    project(`@auto-ops/${folder}`, `./${parent}/${folder}`, 'src/**/*.test.ts'),
  ),
);
const guards = foldersOf('./test/')
  .filter((folder) => !onDemand.has(folder))
  .map((folder) => project(`test/${folder}`, `./test/${folder}`, '**/*.test.ts'));

export default defineConfig({
  test: { projects: [...workspaces, ...guards], maxWorkers: 2, passWithNoTests: true },
});
