import { Incident } from '@auto-ops/contracts';

/** A valid incident of this id, as somebody would write it by hand. */
export function incidentDocument(id: string, over: Partial<Incident> = {}): Incident {
  return Incident.parse({
    schemaVersion: 1, id, title: 'By hand', severity: 'warning', createdAt: '2026-01-01T00:00:00Z', fingerprint: 'f'.repeat(64),
    mode: 'live', alerts: [], question: 'Why is the cart slow?', scope: { namespaces: ['shop'] },
    window: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z' },
    ...over,
  });
}
