import { temporaryFolder } from '@auto-ops/testing';
import { afterEach, expect, it } from 'vitest';
import { notification } from '../__fixtures__/notification.ts';
import { hookToken, type TestGateway, testGateway } from '../__fixtures__/test-gateway.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

const post = (body: unknown, token: string = hookToken) =>
  gateway.server.inject({
    method: 'POST',
    url: '/hooks/alertmanager',
    headers: { authorization: `Bearer ${token}` },
    payload: body as object,
  });

it('answers 202 and opens one incident, however often the same body comes', async () => {
  gateway = await testGateway();

  const answers = await Promise.all(Array.from({ length: 20 }, () => post(notification())));
  await gateway.settled();

  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(20).fill(202));
  expect(answers.filter((answer) => answer.json().result === 'new')).toHaveLength(1);
  expect(gateway.engine.started).toHaveLength(1);
  expect(gateway.engine.started[0]?.incident).toMatchObject({
    severity: 'critical',
    mode: 'live',
    title: 'KubePodCrashLooping in shop/cart',
  });
});

it('opens no second incident for the same body after a restart', async () => {
  const folder = temporaryFolder();
  gateway = await testGateway(folder);
  await post(notification());
  await gateway.settled();
  await gateway.close();
  gateway = await testGateway(folder);

  const again = await post(notification());
  await gateway.settled();

  expect(again.json().result).toBe('repeat');
  expect(gateway.parts.store.incidents.list(10)).toHaveLength(1);
});

it('groups another alert about the same workload and keeps the conservation law', async () => {
  gateway = await testGateway();

  await post(notification());
  await post(notification({ labels: { alertname: 'KubeDeploymentReplicasMismatch' } }));
  await post(notification({ labels: { deployment: 'web' } }));
  await post(notification({ status: 'resolved', labels: { deployment: 'never-seen' } }));
  await gateway.settled();

  const { accepted, ...states } = gateway.parts.store.journal.counts();
  expect(states).toEqual({ pending: 0, filtered: 1, grouped: 1, started: 2, quarantined: 0 });
  expect(accepted).toBe(4);
  const text = (await gateway.server.inject('/metrics')).body;
  expect(text).toContain('auto_ops_deliveries{state="accepted"} 4');
  expect(text).toContain('auto_ops_incidents{state="investigating"} 2');
});

it.each([
  ['a wrong token', () => post(notification(), 'wrong-token'), 401, 'AUTHENTICATION_FAILED'],
  ['a body that is no notification', () => post({ status: 'firing' }), 422, 'REQUEST_INVALID'],
  [
    'a body above the limit',
    () => post({ ...notification(), pad: 'x'.repeat(2 * 1024 * 1024) }),
    413,
    'REQUEST_TOO_LARGE',
  ],
  [
    'another content type',
    () =>
      gateway.server.inject({
        method: 'POST',
        url: '/hooks/alertmanager',
        headers: { authorization: `Bearer ${hookToken}`, 'content-type': 'text/plain' },
        payload: 'x',
      }),
    415,
    'REQUEST_UNSUPPORTED',
  ],
  ['an unknown address', () => gateway.server.inject('/nowhere'), 404, 'ROUTE_UNKNOWN'],
])('answers %s with a typed problem and keeps nothing', async (_, send, status, code) => {
  gateway = await testGateway();

  const answer = await send();

  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ code, status, hint: expect.stringMatching(/\w/) });
  expect(gateway.parts.store.journal.counts().accepted).toBe(0);
});

it('names the field of an invalid body', async () => {
  gateway = await testGateway();

  const answer = await post({ status: 'firing', alerts: [{ status: 'on', labels: {} }] });

  expect(answer.json().errors[0].pointer).toBe('/alerts/0/status');
});
