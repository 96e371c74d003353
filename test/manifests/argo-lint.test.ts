import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './template.ts';

/** A program of the PATH, or of the folder that AUTO_OPS_TEST_ARGO names. */
function find(program: string): string | undefined {
  const folders = [process.env.AUTO_OPS_TEST_ARGO ?? '', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, program)).find((file) => file.startsWith('/') && existsSync(file));
}

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => /\.yaml$/.test(name) && !/^(kustomization|accounts|network-policy)\.yaml$/.test(name))
    .map((name) => join(root, folder, name));
}

const argo = find('argo');
const argoEvents = find('argo-events');

describe.skipIf(argo === undefined)('argo lint --offline --strict (put argo on the PATH where this is skipped)', () => {
  it('has nothing to say about the templates', () => {
    const files = filesOf('argo/templates');

    const said = execFileSync(argo ?? '', ['lint', '--offline', '--strict', '--no-color', ...files], {
      encoding: 'utf8',
    });

    expect(files.length).toBeGreaterThan(0);
    expect(said).toContain('no linting errors found');
  });
});

describe.skipIf(argoEvents === undefined)(
  'argo-events lint (put argo-events on the PATH where this is skipped)',
  () => {
    it.each(filesOf('argo/events'))('has nothing to say about %s', (file) => {
      const said = execFileSync(argoEvents ?? '', ['lint', '--strict', file], { encoding: 'utf8' });

      expect(said).toContain('is valid');
    });
  },
);
