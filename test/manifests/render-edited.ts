import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kustomize } from './kustomize.ts';
import type { Manifest } from './manifest.ts';
import { root } from './template.ts';

/** Renders a folder of `k8s/` whose kustomization somebody has edited, as its README says one may; in a copy. */
export function renderEdited(overlay: string, edit: (text: string) => string): Manifest[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'auto-ops-')));
  try {
    for (const tree of ['argo', 'k8s']) cpSync(join(root, tree), join(folder, tree), { recursive: true });
    const file = join(folder, 'k8s', overlay, 'kustomization.yaml');
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    return kustomize(join(folder, 'k8s', overlay), overlay);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
