import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

function repositoryOf(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const deployment = (name: string, image = 'r.example/cart:1') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: ${image}\n`;
const collect = (repository: string | undefined) => specialist.collect(requestFor(() => ({}), { repository }));

test('reads plain manifests as what would be deployed', async () => {
  const repository = repositoryOf({
    'deploy/cart.yaml': `${deployment('cart')}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {HOST: db, PASSWORD: swordfish}\n`,
    'deploy/secret.yaml':
      'apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: vault}\nstringData: {a: swordfish}\n',
    'values.yaml': 'replicas: 2\n',
    '.github/workflow.yaml': deployment('hidden'),
  });
  symlinkSync('/etc/hostname', join(repository, 'link.yaml'));

  const { evidence, coverage } = await collect(repository);

  const bodies = Object.fromEntries(evidence.map(({ id, body }) => [id, body]));
  expect(Object.keys(bodies).sort()).toEqual(['configmap/shop/settings', 'deployment/shop/cart', 'secret/vault/s']);
  expect(bodies['configmap/shop/settings']).toMatchObject({
    object: { data: { HOST: 'db', PASSWORD: expect.stringContaining('[secret:') } },
  });
  expect(bodies['secret/vault/s']).toMatchObject({ object: { stringData: { a: 'KioqKioqKio=' } } });
  expect(coverage).toEqual([
    { kind: 'Deployment', namespace: 'shop', complete: true },
    { kind: 'ConfigMap', namespace: 'shop', complete: true },
    { kind: 'Secret', namespace: 'vault', complete: true },
  ]);
});

test('applies the namespace and the images of a kustomization and of what builds on it', async () => {
  const repository = repositoryOf({
    'base/cart.yaml': deployment('cart'),
    'base/kustomization.yaml': 'resources: [cart.yaml]\nimages:\n  - name: r.example/cart\n    newTag: "2"\n',
    'live/kustomization.yaml': 'kind: Kustomization\nnamespace: live\nresources: [../base]\n',
  });

  const { evidence } = await collect(repository);

  expect(evidence).toMatchObject([
    {
      id: 'deployment/live/cart',
      body: { object: { spec: { template: { spec: { containers: [{ image: 'r.example/cart:2' }] } } } } },
    },
  ]);
});

test('numbers what is declared twice and tells of files it cannot read', async () => {
  const repository = repositoryOf({
    'a.yaml': deployment('cart'),
    'b.yaml': `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}}\n`,
    'chart/templates/x.yaml': 'kind: {{ .Values.kind }}\nname: {{ include "x" . }}\n',
  });

  const { evidence, coverage } = await collect(repository);

  expect(evidence.map(({ id }) => id)).toEqual(['deployment/shop/cart', 'deployment/shop/cart~2']);
  expect(coverage.find(({ kind }) => kind === 'document')?.error).toContain('chart/templates/x.yaml');
});

test('fails where nothing was changed', async () => {
  await expect(collect(undefined)).rejects.toMatchObject({ code: 'REPOSITORY_UNUSABLE' });
});
