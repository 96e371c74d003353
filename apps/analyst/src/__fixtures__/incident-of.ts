import type { Incident } from '@auto-ops/contracts';

/** An incident as the engine hands it to the first step. */
export function incidentOf(parts: Partial<Incident> = {}): Incident {
  return {
    schemaVersion: 1,
    id: 'a1b2',
    title: 'KubePodCrashLooping',
    severity: 'critical',
    createdAt: '2026-01-01T12:00:00Z',
    fingerprint: 'a'.repeat(64),
    mode: 'live',
    alerts: [],
    window: { from: '2026-01-01T11:00:00Z', to: '2026-01-01T12:00:00Z' },
    ...parts,
  };
}
