import { AutoOpsError, type Coverage, type Incident } from '@auto-ops/contracts';
import type { KubernetesReader, Listing } from '../cluster-api/kubernetes-reader.ts';
import { clusterResources } from '../resources/cluster-resources.ts';
import { chooseNamespaces } from './choose-namespaces.ts';
import type { PlannedScope } from './planned-scope.ts';
import type { ScopeQuestion } from './scope-question.ts';

/**
 * Decides which namespaces are read: the named ones and those of the targets; where none is named, all of a small cluster, else those
 * that look ill. Throws NAMESPACE_UNKNOWN where a person named one that does not exist; an alert may well speak of one that is gone.
 */
export async function planScope(reader: KubernetesReader, question: ScopeQuestion): Promise<PlannedScope> {
  const listing = await listNamespaces(reader);
  const known = new Set(listing.items.map((namespace) => namespace.metadata.name));
  const named = namedNamespaces(question);
  const absent = listing.complete ? named.filter((name) => !known.has(name)) : [];
  refuseUnknown(question.incident, absent, known);
  if (named.length > 0) {
    const namespaces = named.filter((name) => !absent.includes(name));
    const coverage = absent.map((namespace) => notRead(namespace, 'the namespace does not exist'));
    return { namespaces, isWholeCluster: false, known: listing.items, coverage };
  }
  return { ...(await chooseNamespaces(reader, question, [...known])), known: listing.items };
}

function listNamespaces(reader: KubernetesReader): Promise<Listing> {
  const resource = clusterResources.find(({ kind }) => kind === 'Namespace');
  if (resource === undefined) throw new AutoOpsError('DEFECT', 'the table of resources has no Namespace');
  return reader.list(resource);
}

function namedNamespaces({ scope, targets }: ScopeQuestion): string[] {
  const ofTargets = targets.map((target) => (target.kind === 'Namespace' ? target.name : target.namespace));
  return [...new Set([...ofTargets, ...(scope.namespaces ?? [])])].filter((name) => name !== undefined);
}

function refuseUnknown(incident: Incident, absent: readonly string[], known: ReadonlySet<string>): void {
  const asked = incident.alerts.length > 0 ? [] : [...(incident.scope?.namespaces ?? []), incident.target?.namespace];
  const unknown = absent.find((name) => asked.includes(name));
  if (unknown === undefined) return;
  throw new AutoOpsError(
    'NAMESPACE_UNKNOWN',
    `${JSON.stringify(unknown)} is not one of ${[...known].sort().join(', ')}`,
  );
}

function notRead(namespace: string, error: string): Coverage {
  return { kind: 'Pod', namespace, complete: false, error };
}
