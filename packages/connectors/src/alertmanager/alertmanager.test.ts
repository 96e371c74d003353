import { readFileSync } from 'node:fs';
import { Signal } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { expect, it } from 'vitest';
import { connector } from './index.ts';

const firing = JSON.parse(readFileSync(new URL('./__fixtures__/firing.json', import.meta.url), 'utf8'));
const delivery = { id: 'a'.repeat(64), receivedAt: '2026-11-21T10:00:05Z' };
const options = { cryptography: nodeCryptography, label: 'auto-ops' };
const signalOf = (body: unknown) => {
  const meaning = connector.interpret(connector.Body.parse(body), delivery, options);
  if (meaning.kind !== 'signal') throw new Error(`it means ${meaning.kind}`);
  return meaning.signal;
};

it('normalises a notification into a valid signal', () => {
  const signal = signalOf(firing);

  expect(Signal.parse(signal)).toMatchObject({
    kind: 'alert',
    source: 'alertmanager',
    scope: { namespaces: ['shop'] },
  });
  expect(signal.alerts[0]).toMatchObject({
    name: 'KubePodCrashLooping',
    status: 'firing',
    summary: 'Pod is crash looping.',
  });
  expect(signal.alerts[0]).not.toHaveProperty('endsAt');
  expect(signal.alerts[1]).toMatchObject({ status: 'resolved', endsAt: '2026-11-21T09:30:00Z' });
});

it('gives the same fingerprint whatever the texts and the order of alerts', () => {
  const reworded = structuredClone(firing);
  reworded.alerts.reverse();
  reworded.alerts[0].annotations = { summary: 'other words' };

  expect(signalOf(reworded).fingerprint).toBe(signalOf(firing).fingerprint);
});

it('gives another fingerprint for other labels', () => {
  const other = structuredClone(firing);
  other.alerts[0].labels.pod = 'cart-2';

  expect(signalOf(other).fingerprint).not.toBe(signalOf(firing).fingerprint);
});

it('says resolved only when every alert is', () => {
  const over = structuredClone(firing);
  over.alerts[0].status = 'resolved';

  expect(signalOf(over).kind).toBe('resolved');
});

it('refuses a body that is no notification', () => {
  expect(connector.Body.safeParse({ status: 'firing', alerts: [] }).success).toBe(false);
  expect(connector.Body.safeParse({ status: 'firing', alerts: [{ status: 'on', labels: {} }] }).success).toBe(false);
});

it('knows the same body by the same id', () => {
  const id = (text: string) => connector.delivery({}, text, nodeCryptography).id;

  expect(id('{}')).toBe(id('{}'));
  expect(id('{}')).not.toBe(id('{ }'));
});
