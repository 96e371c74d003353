import type { Incident, Route, Scope } from '@auto-ops/contracts';
import { isTestAlert, namespacesIn, targetsOf } from '@auto-ops/diagnosis';
import { routineSpecialists } from './generated.ts';

/** What the choice rests on beside the incident. */
export interface Situation {
  readonly incident: Incident;
  /** The replayed bundle brings a repository. */
  readonly hasRecordedRepository: boolean;
  /** A repository is configured. */
  readonly hasRepository: boolean;
}

const mostTargets = 20;
const namespaceName = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** Chooses specialists, scope and targets from the incident alone; no evidence is there yet. */
export function chooseRoute({ incident, hasRecordedRepository, hasRepository }: Situation): Route {
  const { alerts, question, target } = incident;
  const limit = limitOf(incident);
  const targets = targetsOf({ alerts, question, namespaces: incident.scope?.namespaces, target })
    .filter(({ namespace }) => limit === undefined || namespace === undefined || limit.has(namespace))
    .slice(0, mostTargets);
  const scope = scopeOf(incident, targets);
  const isReplay = incident.mode === 'replay';
  const source = isReplay
    ? ['bundle', ...(hasRecordedRepository ? ['repository'] : [])]
    : hasRepository
      ? ['repository']
      : [];
  return {
    schemaVersion: 1,
    incident: incident.id,
    specialists: {
      ...(isReplay ? {} : routineSpecialists),
      ...(source.length === 0 ? {} : { source }),
    },
    scope,
    targets: [...targets],
    reasons: reasonsFor(incident, scope, targets, source),
  };
}

/** The namespaces that a report is limited to. Its words are free text: they must not lead to where the person may not look. */
function limitOf({ alerts, scope, target }: Incident): ReadonlySet<string> | undefined {
  const named = scope?.namespaces ?? [];
  if (alerts.length > 0 || named.length === 0) return undefined;
  return new Set([...named, ...(target?.namespace === undefined ? [] : [target.namespace])]);
}

function scopeOf(incident: Incident, targets: Route['targets']): Scope {
  const namespaces = new Set(incident.scope?.namespaces ?? []);
  // Trouble of a node shows in any namespace, and the namespace of such an alert is its exporter's.
  if (targets[0]?.kind === 'Node' && namespaces.size === 0) return {};
  for (const { labels } of incident.alerts) {
    const namespace = labels.exported_namespace ?? labels.namespace;
    if (namespace !== undefined) namespaces.add(namespace);
  }
  for (const { namespace } of targets) if (namespace !== undefined) namespaces.add(namespace);
  if (limitOf(incident) === undefined)
    for (const namespace of namespacesIn(incident.question ?? '')) namespaces.add(namespace);
  const valid = [...namespaces].filter((namespace) => namespaceName.test(namespace)).sort();
  const services = [...new Set(incident.scope?.services ?? [])].sort();
  return {
    ...(valid.length === 0 ? {} : { namespaces: valid }),
    ...(services.length === 0 ? {} : { services }),
  };
}

function reasonsFor(
  { mode, alerts }: Incident,
  scope: Scope,
  targets: Route['targets'],
  source: readonly string[],
): string[] {
  const [nearest] = targets;
  const reasons = [
    mode === 'replay'
      ? 'A recorded bundle stands in for the world: it is read and nothing else.'
      : `The cluster is read in ${scope.namespaces === undefined ? 'every namespace, as none is named' : `namespace ${scope.namespaces.join(', ')}`}.`,
    nearest === undefined
      ? 'Nothing names an object; everything in scope is a target.'
      : `The signal points at ${nearest.kind} ${nearest.name}${targets.length === 1 ? '' : ` and ${targets.length - 1} more`}.`,
  ];
  if (source.includes('repository'))
    reasons.push('A repository is at hand: it is read for what is declared and what changed.');
  if (alerts.length > 0 && alerts.every(isTestAlert)) reasons.push('Every alert says that it is a test.');
  return reasons.map((reason) => reason.slice(0, 500));
}
