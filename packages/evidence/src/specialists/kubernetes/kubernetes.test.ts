import type { KubernetesObject } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { answerFrom } from '../../__fixtures__/answer-from.ts';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

type Listed = KubernetesObject & { plural: string };
const object = (
  plural: string,
  kind: string,
  name: string,
  rest: object = {},
  namespace: string | undefined = 'shop',
): Listed => ({
  plural,
  apiVersion: 'v1',
  kind,
  ...rest,
  metadata: {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...('metadata' in rest ? (rest.metadata as object) : {}),
  },
});
const namespace = (name: string): Listed => ({
  plural: 'namespaces',
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

const crashing = object('pods', 'Pod', 'cart-1', {
  metadata: {
    managedFields: [{ manager: 'kubelet' }],
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', kept: 'yes' },
  },
  spec: {
    containers: [
      {
        name: 'app',
        env: [
          { name: 'DB_PASSWORD', value: 'swordfish' },
          { name: 'API', value: 'http://payments.billing:80/' },
        ],
      },
    ],
  },
  status: {
    phase: 'Running',
    containerStatuses: [
      { name: 'app', restartCount: 2, state: { running: {} }, lastState: { terminated: { exitCode: 1 } } },
    ],
  },
});
const cluster = [
  namespace('shop'),
  namespace('billing'),
  namespace('other'),
  namespace('default'),
  object('configmaps', 'ConfigMap', 'kube-root-ca.crt', {
    metadata: { annotations: { 'kubernetes.io/description': 'to verify kubernetes.default.svc. No other usage' } },
  }),
  object('services', 'Service', 'kubernetes', {}, 'default'),
  crashing,
  object('configmaps', 'ConfigMap', 'settings', { data: { 'app.yaml': 'a: 1' } }),
  object('events', 'Event', 'cart-1.1', { message: 'failed with token=abcdef123456' }),
  object('services', 'Service', 'payments', {}, 'billing'),
  object('services', 'Service', 'unrelated', {}, 'other'),
  {
    plural: 'nodes',
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'n1' },
    status: { images: [{ names: ['x'] }], conditions: [] },
  },
];
const logs = {
  'shop/cart-1/app':
    '2026-11-21T12:59:00.5Z ERROR cannot reach postgres://app:swordfish@db/shop\n2026-11-21T12:59:01Z plain line\n',
  'shop/cart-1/app-p': '2026-11-21T12:58:00Z {"level":"warn","msg":"going down"}\n',
};

test('reads the scope, its neighbours and the logs, cleaned and redacted', async () => {
  const { evidence, coverage } = await specialist.collect(requestFor(answerFrom(cluster, logs)));

  const ids = evidence.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(['pod/shop/cart-1', 'service/billing/payments', 'node/n1', 'namespace/other']),
  );
  expect(ids).not.toContain('service/other/unrelated');
  expect(ids).not.toContain('service/default/kubernetes');
  const bodies = Object.fromEntries(evidence.map(({ id, body }) => [id, body]));
  expect(JSON.stringify(bodies)).not.toMatch(/swordfish|abcdef123456|managedFields|last-applied/);
  expect(bodies['configmap/shop/settings']).toMatchObject({
    object: { data: { 'app.yaml': expect.stringMatching(/^sha256:[0-9a-f]{64}$/) } },
  });
  expect(bodies['node/n1']).toEqual({
    object: { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' }, status: { conditions: [] } },
  });
  expect(bodies['pod/shop/cart-1']).toMatchObject({ object: { metadata: { annotations: { kept: 'yes' } } } });
  expect(bodies['log/shop/cart-1/app']).toEqual({
    container: 'app',
    entries: [
      {
        at: '2026-11-21T12:59:00.5Z',
        level: 'error',
        text: expect.stringContaining('ERROR cannot reach postgres://app:[secret:password#'),
      },
      { at: '2026-11-21T12:59:01Z', text: 'plain line' },
    ],
  });
  expect(bodies['log/shop/cart-1/app/previous']).toMatchObject({ previous: true, entries: [{ level: 'warning' }] });
  expect(coverage).toEqual(
    expect.arrayContaining([
      { kind: 'Pod', namespace: 'shop', complete: true },
      { kind: 'Service', namespace: 'billing', complete: true },
      { kind: 'log', namespace: 'shop', complete: true },
      { kind: 'Secret', complete: false, error: 'Secrets are never read' },
    ]),
  );
});

test('says what it may not read and goes on', async () => {
  const answer = answerFrom(cluster, {});
  const forbidding = specialist.collect(
    requestFor((request) =>
      /\/(configmaps|log)/.test(request.path) ? { status: 403, body: { message: 'no right' } } : answer(request),
    ),
  );

  const { evidence, coverage } = await forbidding;

  expect(evidence.map(({ id }) => id)).toContain('pod/shop/cart-1');
  expect(coverage.find(({ kind }) => kind === 'ConfigMap')).toMatchObject({
    namespace: 'shop',
    complete: false,
    error: expect.stringContaining('forbidden: GET /api/v1/namespaces/shop/configmaps: 403 no right'),
  });
  expect(coverage.find(({ kind }) => kind === 'log')).toMatchObject({
    complete: false,
    error: expect.stringMatching(/^2 of 2 logs were not read; cart-1: .*403 no right$/),
  });
});

test('reads a small cluster whole where no namespace is named', async () => {
  const { evidence, coverage } = await specialist.collect(requestFor(answerFrom(cluster, logs), { scope: {} }));

  expect(evidence.map(({ id }) => id)).toContain('service/other/unrelated');
  expect(coverage).toContainEqual({ kind: 'Pod', complete: true });
});

test('refuses a namespace that a person named and that does not exist, and tells of one in an alert', async () => {
  const scope = { namespaces: ['nowhere'] };
  const request = requestFor(answerFrom(cluster), { scope });
  const asked = { ...request, incident: { ...request.incident, alerts: [], scope } };

  const fromAlert = await specialist.collect(request);

  expect(fromAlert.coverage).toContainEqual({
    kind: 'Pod',
    namespace: 'nowhere',
    complete: false,
    error: 'the namespace does not exist',
  });
  await expect(specialist.collect(asked)).rejects.toMatchObject({
    code: 'NAMESPACE_UNKNOWN',
    message: '"nowhere" is not one of billing, default, other, shop',
  });
});

test('asks no kubelet that has stopped reporting', async () => {
  const silent = {
    plural: 'nodes',
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'n1' },
    status: { conditions: [{ type: 'Ready', status: 'Unknown' }] },
  };
  const pod = { ...crashing, spec: { nodeName: 'n1' } };

  const { coverage } = await specialist.collect(requestFor(answerFrom([namespace('shop'), silent, pod], logs)));

  expect(coverage.find(({ kind }) => kind === 'log')?.error).toContain('node n1 does not answer');
});
