import type { Coverage, KubernetesObject } from '@auto-ops/contracts';
import type { KubernetesReader, ListOptions } from '../../cluster-api/kubernetes-reader.ts';
import type { Resource } from '../../cluster-api/resource.ts';
import { listingCoverage } from '../../objects/listing-coverage.ts';
import { clusterResources } from '../../resources/cluster-resources.ts';
import { namespacedResources } from '../../resources/namespaced-resources.ts';
import type { PlannedScope } from '../../scope/planned-scope.ts';

/** Objects as the API gave them, and how much of each kind that is. */
export interface Found {
  readonly objects: readonly KubernetesObject[];
  readonly coverage: readonly Coverage[];
}

interface Task {
  readonly resource: Resource;
  readonly options: ListOptions;
}

/** Lists every kind in the namespaces of the scope and, unless that was done before, the kinds of the cluster as a whole. */
export async function listObjects(
  reader: KubernetesReader,
  scope: PlannedScope,
  { withCluster = true }: { readonly withCluster?: boolean } = {},
): Promise<Found> {
  const places = scope.isWholeCluster ? [undefined] : scope.namespaces;
  const tasks: Task[] = [
    ...namespacedResources.flatMap((resource) => places.map((namespace) => ({ resource, options: { namespace } }))),
    ...(withCluster ? clusterTasks(scope) : []),
  ];
  const results = await Promise.all(
    tasks.map(async ({ resource, options }) => ({
      resource,
      options,
      listing: await reader.list(resource, options),
    })),
  );
  return {
    objects: results.flatMap(({ listing }) => listing.items),
    // A part of a kind (the events of nodes) says nothing about the kind.
    coverage: results
      .filter(({ options }) => options.fieldSelector === undefined)
      .map(({ resource, options, listing }) => listingCoverage(resource.kind, options.namespace, listing)),
  };
}

function clusterTasks(scope: PlannedScope): Task[] {
  const tasks: Task[] = clusterResources.map((resource) => ({
    resource,
    options: { metadataOnly: resource.kind === 'CustomResourceDefinition' },
  }));
  // Events about nodes and volumes lie in the namespace `default`.
  const hasDefault = scope.isWholeCluster || scope.namespaces.includes('default');
  const events = namespacedResources.find(({ kind }) => kind === 'Event');
  if (hasDefault || events === undefined) return tasks;
  const ofCluster = ['Node', 'PersistentVolume'].map((kind) => ({
    resource: events,
    options: { namespace: 'default', fieldSelector: `involvedObject.kind=${kind}` },
  }));
  return [...tasks, ...ofCluster];
}
