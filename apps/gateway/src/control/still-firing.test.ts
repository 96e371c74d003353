import { AutoOpsError } from '@auto-ops/contracts';
import { afterEach, expect, it } from 'vitest';
import { notification } from '../__fixtures__/notification.ts';
import { hookToken, type TestGateway, testGateway, tokens } from '../__fixtures__/test-gateway.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

const hour = 3_600_000;
const send = async (method: 'GET' | 'POST', url: string, token: string, payload?: object) =>
  (
    await gateway.server.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload === undefined ? {} : { payload }),
    })
  ).json();
const alert = async (body: object = notification()) => {
  await send('POST', '/hooks/alertmanager', hookToken, body);
  await gateway.settled();
};
const incidents = async () => (await send('GET', '/api/v1/incidents', tokens.viewer)).incidents;
const view = async () => send('GET', `/api/v1/incidents/${(await incidents())[0].id}`, tokens.viewer);

/** A gateway whose only incident has ended in this way. */
async function ended(ending: string, retryAfterHours: number, retryLimit = 3) {
  gateway = await testGateway(undefined, undefined, { retryAfterHours, retryLimit });
  await alert();
  await endAs(ending);
}

async function endAs(ending: string) {
  const [{ id, run }] = await incidents();
  gateway.engine.move(run, 'Failed');
  gateway.parts.store.incidents.move(id, 'ended', ending);
  await gateway.settled();
}

/** Looks until the wish is true, for two seconds at most. */
async function until(isTrue: () => boolean, looks = 100) {
  for (let look = 0; look < looks && !isTrue(); look += 1) {
    gateway.parts.controller.kick();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('says that an ended incident still fires, and when it runs again by itself', async () => {
  await ended('unchanged', 4);
  expect((await view()).firedAgainAt).toBeUndefined();

  await alert();

  const shown = await view();
  expect(shown).toMatchObject({ state: 'ended', ending: 'unchanged', firedAgainAt: expect.any(String) });
  expect(Date.parse(shown.retryAt) - Date.parse(shown.updatedAt)).toBe(4 * hour);
  expect(gateway.engine.started).toHaveLength(1);
});

it('takes a notification that is worded anew for the same, byte by byte or not', async () => {
  await ended('failed', 4);

  const body = notification();
  await alert({ ...body, alerts: body.alerts.map((one) => ({ ...one, annotations: { summary: 'other words' } })) });

  expect(await incidents()).toMatchObject([{ firedAgainAt: expect.any(String) }]);
});

it('forgets it when the alert is resolved', async () => {
  await ended('failed', 4);
  await alert();

  await alert(notification({ status: 'resolved' }));

  expect((await incidents())[0].firedAgainAt).toBeUndefined();
});

it.each(['failed', 'unchanged', 'undone', 'expired'])(
  'runs again by itself after %s, and as often as allowed',
  async (ending) => {
    await ended(ending, 0.000_001, 2);

    for (const runs of [2, 3]) {
      await alert();
      await until(() => gateway.engine.started.length === runs);
      expect(gateway.engine.started).toHaveLength(runs);
      await endAs(ending);
    }
    await alert();
    await until(() => gateway.engine.started.length > 3, 10);

    expect(gateway.engine.started.map(({ options }) => options.name?.replace(/^incident-\w+?(?=-|$)/, 'run'))).toEqual([
      'run',
      'run-2',
      'run-3',
    ]);
    const shown = await view();
    expect(shown).toMatchObject({ state: 'ended', firedAgainAt: expect.any(String) });
    expect(shown.retryAt).toBeUndefined();
  },
);

it.each(['rejected', 'cancelled', 'recovered', 'no-fix', 'undo-failed'])(
  'waits for a person after %s',
  async (ending) => {
    await ended(ending, 0.000_001);

    await alert();
    await until(() => gateway.engine.started.length > 1, 10);

    const shown = await view();
    expect(gateway.engine.started).toHaveLength(1);
    expect(shown.firedAgainAt).toEqual(expect.any(String));
    expect(shown.retryAt).toBeUndefined();
  },
);

it('never runs by itself where that is switched off, nor for an alert that nobody has repeated', async () => {
  await ended('failed', 0);
  await alert();
  await gateway.settled();
  expect(gateway.engine.started).toHaveLength(1);
  await gateway.close();

  await ended('failed', 0.000_001);
  await gateway.settled();
  expect(gateway.engine.started).toHaveLength(1);
});

it('tells why a queued run cannot start, until it has', async () => {
  gateway = await testGateway();
  const start = gateway.engine.start.bind(gateway.engine);
  let isDown = true;
  Object.assign(gateway.engine, {
    start: async (...words: Parameters<typeof start>) => {
      if (isDown) throw new AutoOpsError('STORE_FAILED', 'the disk is full');
      return start(...words);
    },
  });
  await alert();

  const queued = await view();
  isDown = false;
  await until(() => gateway.engine.started.length === 1);

  expect(queued).toMatchObject({
    state: 'queued',
    hindrance: {
      code: 'STORE_FAILED',
      message: 'the disk is full',
      hint: expect.any(String),
      since: expect.any(String),
    },
  });
  expect(await view()).toMatchObject({ state: 'investigating' });
  expect((await view()).hindrance).toBeUndefined();
});
