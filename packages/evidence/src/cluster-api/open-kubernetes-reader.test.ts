import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AutoOpsError } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { kubeconfigFor } from '../__fixtures__/kubeconfig-for.ts';
import { readerOf } from '../__fixtures__/reader-of.ts';
import { openKubernetesReader } from './open-kubernetes-reader.ts';
import type { Resource } from './resource.ts';

const pods: Resource = { group: '', version: 'v1', plural: 'pods', kind: 'Pod', isNamespaced: true };
const quick = { tries: 2, milliseconds: 500, firstPause: 1, longestPause: 2 };
const { signal } = new AbortController();
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: AutoOpsError) => error,
  );

test('an address where nobody listens is KUBERNETES_UNREACHABLE', async () => {
  const reader = await openKubernetesReader({ kubeconfig: kubeconfigFor('https://127.0.0.1:9') }, signal, quick);

  const problem = await problemOf(reader.list(pods));

  expect(problem?.code).toBe('KUBERNETES_UNREACHABLE');
  expect(problem?.message).toContain('https://127.0.0.1:9: ECONNREFUSED');
});

test('refused credentials are KUBERNETES_UNAUTHORIZED, and are not tried again', async () => {
  const { reader, requests } = await readerOf(() => ({
    status: 401,
    body: { kind: 'Status', message: 'Unauthorized' },
  }));

  const problem = await problemOf(reader.list(pods));

  expect(problem?.code).toBe('KUBERNETES_UNAUTHORIZED');
  expect(requests).toHaveLength(1);
});

test('a forbidden log is KUBERNETES_FORBIDDEN', async () => {
  const { reader } = await readerOf(() => ({ status: 403, body: { kind: 'Status', message: 'cannot get pods/log' } }));

  const problem = await problemOf(reader.text('/api/v1/namespaces/shop/pods/cart/log', { container: 'app' }));

  expect(problem).toMatchObject({ code: 'KUBERNETES_FORBIDDEN' });
});

test.each([
  ['a missing file', () => '/nonexistent/kubeconfig', undefined],
  ['a file that is none', () => fileWith('just text'), undefined],
  ['an unknown context', () => kubeconfigFor('https://127.0.0.1:9'), 'production'],
])('%s is KUBECONFIG_INVALID', async (_, kubeconfig, context) => {
  const problem = await problemOf(openKubernetesReader({ kubeconfig: kubeconfig(), context }, signal));

  expect(problem?.code).toBe('KUBECONFIG_INVALID');
});

test('outside a pod, no kubeconfig is KUBECONFIG_INVALID', async () => {
  expect((await problemOf(openKubernetesReader({}, signal)))?.message).toContain('no kubeconfig');
});

function fileWith(text: string): string {
  const file = join(temporaryFolder(), 'kubeconfig');
  writeFileSync(file, text);
  return file;
}
