import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { findProgram } from './find-program.ts';
import type { Manifest } from './manifest.ts';
import { root } from './template.ts';

const helm = findProgram('helm');
const chart = join(root, 'k8s', 'chart');
const objectsIn = (text: string) =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((object) => object !== null);
const inOrder = (objects: readonly Manifest[]) =>
  objects.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
const keyOf = ({ kind, metadata }: Manifest) => `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;

/** Runs helm with folders of its own, so that nothing of the machine's settings counts. */
function run(...words: readonly string[]) {
  const folder = temporaryFolder();
  const env = { HOME: folder, HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder };
  return spawnSync(helm ?? '', words, { encoding: 'utf8', env, timeout: 60_000, maxBuffer: 20_000_000 });
}

const render = (...values: readonly string[]) =>
  run('template', 'auto-ops', chart, ...values.flatMap((value) => ['--set', value]));

describe.skipIf(helm === undefined)('the chart, by helm itself (put helm on the PATH where this is skipped)', () => {
  it('passes helm lint --strict', () => {
    const { stdout, status } = run('lint', '--strict', chart);

    expect(stdout).toContain('1 chart(s) linted, 0 chart(s) failed');
    expect(status).toBe(0);
  });

  it('renders the base, object by object', () => {
    const { stdout, stderr } = render();

    expect(stderr).toBe('');
    expect(inOrder(objectsIn(stdout))).toEqual(inOrder(objectsIn(readFileSync(join(chart, 'manifests.yaml'), 'utf8'))));
  });

  it('takes images from elsewhere, one of them by digest', () => {
    const { stdout } = render('imagePrefix=r.example.org:5000/ops', 'images.gateway=other/gateway@sha256:ab');

    const images = [...new Set([...stdout.matchAll(/image: (\S+)/g)].map(([, image]) => image ?? ''))];
    const others = images.filter((image) => !image.startsWith('r.example.org:5000/ops/'));
    expect(images.length).toBeGreaterThan(4);
    expect(others).toEqual(['other/gateway@sha256:ab']);
  });

  it('merges settings into a ConfigMap and leaves the namespace out', () => {
    const objects = objectsIn(
      render('createNamespace=false', 'settings.auto-ops-gateway.AUTO_OPS_CLUSTER=main').stdout,
    );
    const settings = objects.find((object) => keyOf(object) === 'ConfigMap/auto-ops/auto-ops-gateway');

    expect(settings?.data).toMatchObject({ AUTO_OPS_CLUSTER: 'main', AUTO_OPS_ENGINE: 'argo' });
    expect(objects.filter(({ kind }) => kind === 'Namespace')).toEqual([]);
  });

  it.each([
    ['an unknown value', 'imagePrefx=a', /imagePrefx/],
    ['an unknown app', 'images.gatway=a', /images.gatway: there is no such app/],
    ['an unknown ConfigMap', 'settings.auto-ops-gatway.A=b', /settings.auto-ops-gatway: there is no such ConfigMap/],
    ['a prefix that ends with a slash', 'imagePrefix=a/', /imagePrefix/],
  ])('refuses %s', (_, value, reason) => {
    const { status, stderr } = render(value);

    expect(status).not.toBe(0);
    expect(stderr).toMatch(reason);
  });
});
