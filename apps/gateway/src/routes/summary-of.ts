import type { IncidentRecord } from '../store/incident-record.ts';
import type { IncidentSummary } from './incident-summary.ts';

/** The line of a list. */
export function summaryOf(record: IncidentRecord): IncidentSummary {
  const { incident, state, ending, run, updatedAt, firedAgainAt } = record;
  return {
    id: incident.id,
    title: incident.title,
    severity: incident.severity,
    state,
    ...(ending === undefined ? {} : { ending }),
    run,
    createdAt: incident.createdAt,
    updatedAt,
    ...(firedAgainAt === undefined ? {} : { firedAgainAt }),
  };
}
