import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { kustomize } from './kustomize.ts';
import type { Manifest } from './manifest.ts';
import { root } from './template.ts';

/** Renders folders of `k8s/`, with components on top, as `kubectl apply -k` would; throws what kustomize says. */
export function renderOverlay(resources: readonly string[], components: readonly string[] = []): Manifest[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'auto-ops-')));
  const place = (name: string) => relative(folder, join(realpathSync(root), 'k8s', name));
  try {
    const overlay = { resources: resources.map(place), components: components.map(place) };
    writeFileSync(join(folder, 'kustomization.yaml'), stringify(overlay));
    return kustomize(folder, resources.join('+'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
