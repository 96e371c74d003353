import type { Coverage, KubernetesObject } from '@auto-ops/contracts';
import type { Listing } from '../../cluster-api/kubernetes-reader.ts';
import { objectEvidence } from '../../objects/object-evidence.ts';
import { listRights } from '../../resources/list-rights.ts';
import { namespacedResources } from '../../resources/namespaced-resources.ts';
import { planScope } from '../../scope/plan-scope.ts';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';
import { deriveReleases } from './derive-releases.ts';

const labelSelector = 'app.kubernetes.io/managed-by=Helm';
const kinds = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Service',
  'ConfigMap',
  'ServiceAccount',
  'Ingress',
]);
const resources = namespacedResources.filter(({ kind }) => kinds.has(kind));

/** Helm releases as far as labels and annotations tell: their name, chart and objects. History and values lie in Secrets, which are not read. */
export const specialist: Specialist = {
  name: 'helm',
  zone: 'cluster',
  isRoutine: true,
  kinds: ['Release'],
  rights: listRights(resources),
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const reader = await request.openCluster();
  const scope = await planScope(reader, request);
  const places = scope.isWholeCluster ? [undefined] : scope.namespaces;
  const listings = await Promise.all(
    places.flatMap((namespace) =>
      resources.map((resource) => reader.list(resource, { namespace, labelSelector, metadataOnly: true })),
    ),
  );
  const objects: KubernetesObject[] = listings.flatMap(({ items }) => [...items]);
  const options = { ...request, cluster: request.incident.cluster, source: 'labels of Helm' };
  return {
    evidence: deriveReleases(objects).map((release) => objectEvidence(release, options)),
    coverage: places.map((namespace) => coverageOf(namespace, listings)),
  };
}

function coverageOf(namespace: string | undefined, listings: readonly Listing[]): Coverage {
  const problem = listings.find(({ error }) => error !== undefined)?.error;
  return {
    kind: 'Release',
    ...(namespace === undefined ? {} : { namespace }),
    complete: false,
    error: problem ?? 'labels only: revisions, values and status are in Secrets, which are never read',
  };
}
