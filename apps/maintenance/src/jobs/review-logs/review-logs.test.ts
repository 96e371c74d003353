import { LogReview } from '@auto-ops/contracts';
import { kubernetesApi } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { maintenanceFor } from '../../__fixtures__/maintenance-for.ts';
import { job } from './index.ts';

const pod = (
  name: string,
  rest: { namespace?: string; owner?: [string, string]; hash?: string; restarts?: number } = {},
) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: rest.namespace ?? 'shop',
    ...(rest.hash === undefined ? {} : { labels: { 'pod-template-hash': rest.hash } }),
    ...(rest.owner === undefined ? {} : { ownerReferences: [{ kind: rest.owner[0], name: rest.owner[1] }] }),
  },
  spec: { containers: [{ name: 'app' }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'app',
        restartCount: rest.restarts ?? 0,
        state: { running: {} },
        lastState: rest.restarts === undefined ? {} : { terminated: { exitCode: 1 } },
      },
    ],
  },
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function review(
  pods: readonly ReturnType<typeof pod>[],
  logs: Readonly<Record<string, string>>,
  environment: Record<string, string> = {},
) {
  const cluster = await kubernetesApi(pods);
  cluster.intercept = ({ path }) => {
    const url = new URL(path, 'http://cluster');
    const [, namespace, name] = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/log$/.exec(url.pathname) ?? [];
    if (namespace === 'forbidden' || url.pathname.startsWith('/api/v1/namespaces/forbidden/')) {
      return { status: 403, body: { kind: 'Status', message: 'no' } };
    }
    if (name === undefined) return undefined;
    const text = logs[url.searchParams.get('previous') === 'true' ? `${name}-previous` : name];
    return text === undefined ? { status: 404, body: { kind: 'Status', message: 'gone' } } : { body: text };
  };
  const fixture = await maintenanceFor(job, {
    environment: {
      AUTO_OPS_KUBECONFIG: cluster.kubeconfig,
      AUTO_OPS_LOG_REVIEW_NAMESPACES: 'shop, billing',
      ...environment,
    },
  });
  return { ...fixture, cluster };
}

it('hands in kinds of errors and warnings by workload, most frequent first', async () => {
  const { call, handed, cluster } = await review(
    [
      pod('cart-6f7d9c-a', { owner: ['ReplicaSet', 'cart-6f7d9c'], hash: '6f7d9c', restarts: 3 }),
      pod('cart-6f7d9c-b', { owner: ['ReplicaSet', 'cart-6f7d9c'], hash: '6f7d9c' }),
      pod('mail-29384756-x', { owner: ['Job', 'mail-29384756'], namespace: 'billing' }),
      pod('alone'),
      pod('quiet', { namespace: 'other' }),
    ],
    {
      'cart-6f7d9c-a': [
        `${ago(30)} level=error order 4711 failed after 312ms`,
        `${ago(20)} level=error order 4712 failed after 7ms`,
        `${ago(10)} level=info all is well, 0 errors`,
      ].join('\n'),
      'cart-6f7d9c-a-previous': `${ago(60)} level=error order 1 failed after 2ms\n${ago(26 * 60)} level=error order 2 failed after 2ms`,
      'cart-6f7d9c-b': `${ago(5)} level=warn cache is cold\n${ago(4)} level=error order 9 failed after 1ms`,
      'mail-29384756-x': `${ago(3)} W1121 12:00:00.000000 1 smtp.go:1] slow answer`,
      alone: '2026-99-99T99:99:99Z panic: no such time',
    },
  );

  expect(await job.run(call)).toEqual({ verdict: 'found' });

  const result = LogReview.parse(handed[0]?.body);
  expect(result).toMatchObject({ pods: 4, lines: 7, truncated: false });
  expect(Date.parse(result.to) - Date.parse(result.from)).toBe(24 * 3600 * 1000);
  const cart = { kind: 'Deployment', name: 'cart' };
  expect(result.templates).toEqual([
    expect.objectContaining({
      template: 'level=error order <*> failed after <*>',
      severity: 'error',
      count: 4,
      workload: cart,
    }),
    expect.objectContaining({ severity: 'warning', namespace: 'billing', workload: { kind: 'CronJob', name: 'mail' } }),
    expect.objectContaining({ severity: 'warning', template: 'level=warn cache is cold', workload: cart }),
    expect.objectContaining({ severity: 'error', workload: { kind: 'Pod', name: 'alone' }, lastSeen: result.to }),
  ]);
  const [{ firstSeen = '', lastSeen = '' } = {}] = result.templates;
  expect(Date.parse(lastSeen) - Date.parse(firstSeen)).toBeGreaterThan(55 * 60_000);
  expect(cluster.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(cluster.requests.some(({ path }) => path.includes('/namespaces/other/'))).toBe(false);
});

it('keeps no secret, neither in what it hands in nor in what it writes', async () => {
  const secrets = ['swordfish-9000', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJlLXZhbHVl'];
  const { call, handed, logged } = await review([pod('cart')], {
    cart: `${ago(1)} error: login failed password=${secrets[0]}\n${ago(1)} error: bad token ${secrets[1]}\n`,
  });

  await job.run(call);

  const kept = JSON.stringify([handed, logged, call.workspace.readText('review-logs/log-review.json')]);
  for (const secret of secrets) expect(kept).not.toContain(secret);
  expect(
    LogReview.parse(handed[0]?.body)
      .templates.map(({ template }) => template)
      .join(),
  ).toMatch(/\[secret:\S+\]/);
});

it('says that a review is partial: a log that is gone, a namespace that is forbidden, too many kinds', async () => {
  // Words, because numbers are taken out of a template.
  const words = Array.from({ length: 300 }, (_, index) =>
    [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join(''),
  );
  const gone = await review([pod('cart'), pod('gone')], { cart: '' });
  expect(await job.run(gone.call)).toEqual({ verdict: 'quiet' });
  expect(gone.handed[0]?.body).toMatchObject({ truncated: true, pods: 2, lines: 0 });

  const many = await review([pod('cart')], { cart: words.map((word) => `${ago(1)} error: no ${word}`).join('\n') });
  await job.run(many.call);
  expect(LogReview.parse(many.handed[0]?.body)).toMatchObject({ truncated: true, lines: 300 });
  expect(LogReview.parse(many.handed[0]?.body).templates).toHaveLength(200);

  const half = await review([pod('cart')], { cart: '' }, { AUTO_OPS_LOG_REVIEW_NAMESPACES: 'shop,forbidden' });
  expect(await job.run(half.call)).toEqual({ verdict: 'quiet' });
  expect(half.handed[0]?.body).toMatchObject({ truncated: true, pods: 1 });

  const none = await review([], {}, { AUTO_OPS_LOG_REVIEW_NAMESPACES: 'forbidden' });
  await expect(job.run(none.call)).rejects.toMatchObject({ code: 'KUBERNETES_FORBIDDEN', exit: 4 });
});

it('asks for no more than its limits', async () => {
  const { call, cluster } = await review([pod('cart')], { cart: '' }, { AUTO_OPS_LOG_REVIEW_HOURS: '2' });

  await job.run(call);

  const log = cluster.requests.find(({ path }) => path.includes('/log?'));
  expect(Object.fromEntries(new URL(log?.path ?? '', 'http://x').searchParams)).toEqual({
    container: 'app',
    timestamps: 'true',
    sinceSeconds: '7200',
    tailLines: '10000',
    limitBytes: '4194304',
  });
});

it('reads nothing where no namespace is named, and refuses one that cannot be', async () => {
  expect(await job.run((await maintenanceFor(job)).call)).toEqual({ verdict: 'nothing' });

  await expect(
    maintenanceFor(job, { environment: { AUTO_OPS_LOG_REVIEW_NAMESPACES: '../shop' } }),
  ).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
  });
});
