import type { Identity } from '../control/identity.ts';
import type { IncidentRecord } from '../store/incident-record.ts';

/** Whether a person whose token is limited to namespaces may see this incident: all of its namespaces must be theirs. */
export function maySee(person: Identity, record: IncidentRecord): boolean {
  if (person.namespaces.length === 0) return true;
  const { scope, target, alerts } = record.incident;
  const found = [
    ...(scope?.namespaces ?? []),
    target?.namespace,
    ...alerts.map((alert) => alert.labels.namespace),
  ].filter((name) => name !== undefined);
  return found.length > 0 && found.every((name) => person.namespaces.includes(name));
}
