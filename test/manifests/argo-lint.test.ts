import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it } from 'vitest';
import { findProgram } from './find-program.ts';
import { root } from './template.ts';

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => /\.yaml$/.test(name) && !/^(kustomization|accounts|network-polic(y|ies))\.yaml$/.test(name))
    .map((name) => join(root, folder, name));
}

/** A copy with the namespace that kustomize puts in: what is started by name has to be in the same one. */
function inNamespace(file: string): string {
  const copy = join(temporaryFolder(), basename(file));
  writeFileSync(copy, readFileSync(file, 'utf8').replace('metadata:\n', 'metadata:\n  namespace: auto-ops\n'));
  return copy;
}

const argo = findProgram('argo', process.env.AUTO_OPS_TEST_ARGO);
const argoEvents = findProgram('argo-events', process.env.AUTO_OPS_TEST_ARGO);

describe.skipIf(argo === undefined)('argo lint --offline --strict (put argo on the PATH where this is skipped)', () => {
  it('has nothing to say about the templates', () => {
    const files = [
      ...filesOf('argo/templates').map(inNamespace),
      ...['argo/maintenance', 'k8s/overlays/github'].flatMap(filesOf),
      ...filesOf('argo/examples').filter((file) => !/(calendar|alertmanager)\.yaml$/.test(file)),
    ];

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
    const files = [
      ...['argo/events', 'k8s/overlays/github'].flatMap(filesOf),
      ...filesOf('argo/examples').filter((file) => file.endsWith('calendar.yaml')),
    ];

    it.each(files.filter((file) => !file.endsWith('intake.yaml')))('has nothing to say about %s', (file) => {
      const said = execFileSync(argoEvents ?? '', ['lint', '--strict', file], { encoding: 'utf8' });

      expect(said).toContain('is valid');
    });
  },
);
