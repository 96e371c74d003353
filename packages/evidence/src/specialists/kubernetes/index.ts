import { objectEvidence } from '../../objects/object-evidence.ts';
import { clusterResources } from '../../resources/cluster-resources.ts';
import { listRights } from '../../resources/list-rights.ts';
import { namespacedResources } from '../../resources/namespaced-resources.ts';
import { planScope } from '../../scope/plan-scope.ts';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';
import { collectLogs } from './collect-logs.ts';
import { listObjects } from './list-objects.ts';
import { referredNamespaces } from './referred-namespaces.ts';

/** Workloads, their surroundings and the cluster as a whole, events, and the logs of the pods that matter. Nothing of Secrets. */
export const specialist: Specialist = {
  name: 'kubernetes',
  zone: 'cluster',
  isRoutine: true,
  kinds: [...[...namespacedResources, ...clusterResources].map(({ kind }) => kind), 'log'],
  rights: [
    ...listRights([...namespacedResources, ...clusterResources]),
    { group: '', resources: ['pods/log'], verbs: ['get'] },
  ],
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const reader = await request.openCluster();
  const scope = await planScope(reader, request);
  const found = await listObjects(reader, scope);
  const logs = await collectLogs(reader, found.objects, request);
  const referred = scope.isWholeCluster ? [] : referredNamespaces(found.objects, logs.evidence, scope);
  const neighbours = await listObjects(
    reader,
    { ...scope, namespaces: referred, isWholeCluster: false },
    { withCluster: false },
  );
  const options = { ...request, cluster: request.incident.cluster, source: 'kubernetes list' };
  const secrets = { kind: 'Secret', complete: false, error: 'Secrets are never read' };
  const objects = [...found.objects, ...neighbours.objects].map((object) => objectEvidence(object, options));
  // The events of nodes come a second time where `default` turned out to be a neighbour.
  const unique = new Map([...objects, ...logs.evidence].map((item) => [item.id, item]));
  return {
    evidence: [...unique.values()],
    coverage: [...scope.coverage, ...found.coverage, ...neighbours.coverage, ...logs.coverage, secrets],
  };
}
