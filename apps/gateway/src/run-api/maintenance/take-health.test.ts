import type { HealthCheck } from '@auto-ops/contracts';
import { expect, it } from 'vitest';
import { maintenanceNetwork } from '../../__fixtures__/maintenance-network.ts';

const heartbeat = (number: number) => ({ account: 'maintenance-heartbeat', run: `auto-ops-heartbeat-${number}` });
const check = (over: Partial<HealthCheck> = {}): HealthCheck => ({
  name: 'shop',
  kind: 'http',
  target: 'http://shop.example',
  ok: true,
  namespace: 'shop',
  ...over,
});
const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`;
it('opens an incident of a failing check once, and closes it when the check has recovered', async () => {
  const { client, gateway } = await maintenanceNetwork({ 1: heartbeat(1), 2: heartbeat(2), 3: heartbeat(3) });
  const { store } = gateway.parts;
  const hand = (number: number, checks: HealthCheck[]) =>
    client(String(number)).handHealth(`auto-ops-heartbeat-${number}`, { schemaVersion: 1, at: at(number), checks });
  const failing = check({ ok: false, detail: 'no answer' });

  await hand(1, [failing, check({ name: 'other' })]);
  await hand(2, [{ ...failing, namespace: 'moved' }, check({ name: 'other' })]);
  await gateway.settled();
  const [record, ...others] = store.incidents.list(10);
  await hand(3, [check({ namespace: 'moved' }), check({ name: 'other' })]);
  await gateway.settled();

  expect(others).toEqual([]);
  expect(record?.incident).toMatchObject({
    title: 'HealthCheckFailed in shop',
    severity: 'critical',
    alerts: [{ source: 'health-check', startsAt: at(1), labels: { check: 'shop', namespace: 'shop' } }],
  });
  expect(store.incidents.get(record?.incident.id ?? '').alerts).toMatchObject([
    { status: 'resolved', startsAt: at(1) },
  ]);
  expect(store.journal.counts()).toEqual({
    accepted: 3,
    pending: 0,
    filtered: 0,
    grouped: 2,
    started: 1,
    quarantined: 0,
  });
  expect(store.maintenance.last('heartbeat', 'done')?.result).toMatchObject({ at: at(3) });
});

it('takes a second failure of a check for a new one, and one that is reported late for nothing', async () => {
  const { client, gateway } = await maintenanceNetwork({ 1: heartbeat(1), 2: heartbeat(2), 3: heartbeat(3) });
  const { store } = gateway.parts;
  const hand = (number: number, ok: boolean) =>
    client(String(number)).handHealth(`auto-ops-heartbeat-${number}`, {
      schemaVersion: 1,
      at: at(number),
      checks: [check({ ok })],
    });

  await hand(2, true);
  await hand(1, false);
  await gateway.settled();
  const afterLate = store.journal.counts().accepted;
  await hand(3, false);
  await gateway.settled();

  expect([afterLate, store.incidents.list(10).map(({ incident }) => incident.alerts[0]?.startsAt)]).toEqual([
    0,
    [at(3)],
  ]);
});

it('goes on after a report of a node whose clock is ahead', async () => {
  const { client, gateway } = await maintenanceNetwork({ 1: heartbeat(1), 2: heartbeat(2) });
  const hand = (number: number, time: string, checks: HealthCheck[]) =>
    client(String(number)).handHealth(`auto-ops-heartbeat-${number}`, { schemaVersion: 1, at: time, checks });

  await hand(1, '2099-01-01T00:00:00Z', [check()]);
  await hand(2, at(2), [check({ ok: false })]);

  expect([...gateway.parts.store.failingChecks.all().keys()]).toEqual(['shop']);
});

it('forgets a check that is not looked at any more without calling it recovered', async () => {
  const { client, gateway } = await maintenanceNetwork({ 1: heartbeat(1), 2: heartbeat(2) });
  const hand = (number: number, checks: HealthCheck[]) =>
    client(String(number)).handHealth(`auto-ops-heartbeat-${number}`, { schemaVersion: 1, at: at(number), checks });

  await hand(1, [check({ ok: false })]);
  await hand(2, []);
  await gateway.settled();

  expect([...gateway.parts.store.failingChecks.all().keys()]).toEqual([]);
  expect(gateway.parts.store.incidents.list(10)[0]?.alerts).toMatchObject([{ status: 'firing' }]);
});
