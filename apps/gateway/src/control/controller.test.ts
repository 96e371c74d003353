import { AutoOpsError } from '@auto-ops/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { notification } from '../__fixtures__/notification.ts';
import { hookToken, type TestGateway, testGateway, tokens } from '../__fixtures__/test-gateway.ts';

let gateway: TestGateway;

const send = (method: 'GET' | 'POST', url: string, token: string, payload?: object) =>
  gateway.server.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  });
const alert = (deployment: string) =>
  send('POST', '/hooks/alertmanager', hookToken, notification({ labels: { deployment } }));
const incidents = async () => (await send('GET', '/api/v1/incidents', tokens.viewer)).json().incidents;

beforeEach(async () => {
  gateway = await testGateway();
});
afterEach(() => gateway.close());

it('starts the next incident where one cannot start, and ends the one whose own input is wrong', async () => {
  const start = gateway.engine.start.bind(gateway.engine);
  let tries = 0;
  Object.assign(gateway.engine, {
    start: async (...words: Parameters<typeof start>) => {
      tries += 1;
      if (tries === 1) throw new AutoOpsError('STORE_FAILED', 'the disk is full');
      if (tries === 2) throw new AutoOpsError('DOCUMENT_MISSING', 'there is no bundle');
      return start(...words);
    },
  });

  await alert('one');
  await alert('two');
  await alert('three');
  await gateway.settled();

  const states = (await incidents()).map((incident: { state: string }) => incident.state).sort();
  expect(states).toEqual(['ended', 'investigating', 'investigating']);
});

it('does not start a queued incident that was cancelled', async () => {
  const start = gateway.engine.start.bind(gateway.engine);
  let isDown = true;
  Object.assign(gateway.engine, {
    start: async (...words: Parameters<typeof start>) => {
      if (isDown) throw new AutoOpsError('STORE_FAILED', 'the disk is full');
      return start(...words);
    },
  });
  await alert('one');
  await gateway.settled();
  const [{ id }] = await incidents();

  const answer = await send('POST', `/api/v1/incidents/${id}/decisions`, tokens.approver, { verdict: 'cancelled' });
  isDown = false;
  await gateway.settled();

  expect(answer.statusCode).toBe(200);
  expect(await incidents()).toMatchObject([{ state: 'ended', ending: 'cancelled' }]);
  expect(gateway.engine.started).toEqual([]);
});

it('says that it is not ready, and how long, while runs cannot be looked after', async () => {
  const { lastLook } = gateway.parts.controller;
  const ready = await send('GET', '/readyz', '');
  Object.assign(gateway.parts.controller, { lastLook: () => new Date(Date.now() - 95_000).toISOString() });

  const stalled = await send('GET', '/readyz', '');
  const metrics = await send('GET', '/metrics', '');

  expect(Date.now() - Date.parse(lastLook())).toBeLessThan(60_000);
  expect([ready.statusCode, stalled.statusCode, stalled.json().code]).toEqual([200, 503, 'ENGINE_STALLED']);
  expect(metrics.body).toMatch(/^auto_ops_controller_age_seconds 9\d/m);
});
