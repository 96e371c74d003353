import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { root } from './repository-files.ts';

// What a program must not be able to do is not in its bundle.
const rules = [
  { app: 'analyst', forbidden: ['@kubernetes/client-node', 'packages/evidence/', 'packages/connectors/'] },
  { app: 'fixer', forbidden: ['@kubernetes/client-node', 'packages/evidence/', 'packages/connectors/'] },
  { app: 'reviewer', forbidden: ['@kubernetes/client-node', 'packages/evidence/', 'packages/connectors/'] },
  { app: 'collector', forbidden: ['packages/policy/', 'packages/connectors/', 'packages/engine/'] },
  { app: 'maintenance', forbidden: ['packages/connectors/', 'packages/engine/'] },
  { app: 'gateway', forbidden: ['@kubernetes/client-node', 'packages/evidence/'] },
];

describe.each(rules)('the bundle of $app', ({ app, forbidden }) => {
  test(`has nothing of ${forbidden.join(', ')}`, async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [`apps/${app}/src/main.ts`],
      outdir: 'dist',
      bundle: true,
      platform: 'node',
      format: 'esm',
      metafile: true,
      write: false,
      logLevel: 'silent',
    });

    const [output] = Object.values(metafile.outputs);
    const included = Object.entries(output?.inputs ?? {})
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path);

    expect(included.filter((path) => forbidden.some((part) => path.includes(part)))).toEqual([]);
  });
});
