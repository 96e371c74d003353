import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCryptography } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { readAlerts } from './read-alerts.ts';

const read = (value: unknown) => {
  const file = join(temporaryFolder(), 'alert.json');
  writeFileSync(file, JSON.stringify(value));
  return readAlerts(file, '2026-11-21T10:00:00Z', nodeCryptography);
};
const alert = { source: 'x', name: 'Down', status: 'firing', labels: { namespace: 'shop' }, annotations: {} };

it('reads the body of a notification, an alert, and a list of them', () => {
  const body = { status: 'firing', alerts: [{ status: 'firing', labels: { alertname: 'Down', namespace: 'shop' } }] };

  expect(read(body)).toMatchObject([{ source: 'alertmanager', name: 'Down', labels: { namespace: 'shop' } }]);
  expect(read(alert)).toEqual([alert]);
  expect(read([alert, alert])).toHaveLength(2);
});

it.each([
  ['a webhook that needs its headers', { action: 'labeled', issue: {}, repository: {} }],
  ['an empty list', []],
  ['a word', 'Down'],
])('refuses %s', (_, value) => {
  expect(() => read(value)).toThrowError(expect.objectContaining({ code: 'DOCUMENT_INVALID' }));
});
