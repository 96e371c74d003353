import { Incident } from '@auto-ops/contracts';

/** An incident of no importance. */
export function fixtureIncident(id: string, rest: Partial<Incident> = {}): Incident {
  return Incident.parse({
    schemaVersion: 1,
    id,
    title: 'Something is wrong',
    severity: 'warning',
    createdAt: '2026-01-01T00:00:00.000Z',
    fingerprint: '0'.repeat(64),
    mode: 'live',
    alerts: [],
    window: { from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:10:00.000Z' },
    ...rest,
  });
}
