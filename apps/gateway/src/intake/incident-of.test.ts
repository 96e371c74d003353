import type { Alert, Signal } from '@auto-ops/contracts';
import { expect, it } from 'vitest';
import { incidentOf } from './incident-of.ts';

const alert = (name: string, status: Alert['status']): Alert => ({
  source: 'alertmanager',
  name,
  status,
  labels: { alertname: name },
  annotations: {},
});
const signal = (alerts: readonly Alert[]): Signal => ({
  schemaVersion: 1,
  id: 'a'.repeat(64),
  source: 'alertmanager',
  receivedAt: '2026-01-01T00:00:00Z',
  kind: 'alert',
  fingerprint: 'b'.repeat(64),
  alerts: [...alerts],
});

it('carries at most two hundred alerts, firing ones first, and keeps the order of fewer', () => {
  const resolved = Array.from({ length: 300 }, (_, index) => alert(`resolved-${index}`, 'resolved'));
  const firing = [alert('one', 'firing'), alert('two', 'firing')];

  const many = incidentOf(signal([...resolved, ...firing]), 'test', undefined);
  const few = incidentOf(signal([...resolved.slice(0, 1), ...firing]), 'test', undefined);

  expect(many.alerts).toHaveLength(200);
  expect(many.alerts.slice(0, 3).map(({ name }) => name)).toEqual(['one', 'two', 'resolved-0']);
  expect(few.alerts.map(({ name }) => name)).toEqual(['resolved-0', 'one', 'two']);
  expect(few.id).toBe(many.id);
});
