import type { KubernetesReader, Listing } from '../../cluster-api/kubernetes-reader.ts';
import type { Resource } from '../../cluster-api/resource.ts';
import type { PlannedScope } from '../../scope/planned-scope.ts';

/** Everything that was read, and for each place (undefined is the whole cluster) how much of it that is. */
export interface ListedByPlace {
  readonly items: Listing['items'];
  readonly places: readonly { readonly namespace: string | undefined; readonly listing: Listing }[];
}

/**
 * Lists a kind everywhere, because what concerns the scope may lie in another namespace. Where that is refused, as in an installation for
 * a few namespaces, it is listed in each namespace of the scope.
 */
export async function listByPlace(
  reader: KubernetesReader,
  resource: Resource,
  { isWholeCluster, namespaces }: PlannedScope,
): Promise<ListedByPlace> {
  const everywhere = await reader.list(resource);
  if (isWholeCluster) return { items: everywhere.items, places: [{ namespace: undefined, listing: everywhere }] };
  if (everywhere.complete || everywhere.items.length > 0) {
    return { items: everywhere.items, places: namespaces.map((namespace) => ({ namespace, listing: everywhere })) };
  }
  const places = await Promise.all(
    namespaces.map(async (namespace) => ({ namespace, listing: await reader.list(resource, { namespace }) })),
  );
  return { items: places.flatMap(({ listing }) => listing.items), places };
}
