import { AutoOpsError, type KubernetesObject } from '@auto-ops/contracts';
import type { KubernetesReader, Listing, Resource } from '@auto-ops/evidence';
import { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { ClusterView, Unreadable } from './cluster-view.ts';
import type { Finder } from './finder.ts';
import { kinds } from './kinds.ts';
import { metadataAlone } from './metadata-alone.ts';
import type { ObjectName } from './object-name.ts';
import { servedKinds } from './served-kinds.ts';

const Version = z.looseObject({ gitVersion: z.string() });
const lanes = 4;
const keyOf = ({ plural, group }: Resource) => (group === '' ? plural : `${plural}.${group}`);
const placeOf = ({ namespace, name }: ObjectName) => `${namespace}/${name}`;

async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
    }),
  );
}

/** Reads what the finders look at, every kind once and page by page. Throws where the cluster cannot be reached or nothing may be read. */
export async function readCluster(
  reader: KubernetesReader,
  finders: readonly Finder[],
  access: ClusterView['access'],
): Promise<ClusterView> {
  const version = (await answerOf(reader, '/version', Version))?.gitVersion;
  const served = await servedKinds(reader);
  const listings = new Map<string, Listing>();
  const configMaps = new Map<string, KubernetesObject>();
  const unreadable: Unreadable[] = [];
  const wanted = new Map(finders.flatMap(({ reads }) => reads).map((resource) => [keyOf(resource), resource]));

  await inLanes([...wanted], async ([key, resource]) => {
    const present = await served(resource);
    const listing = present && (await reader.list(present, { metadataOnly: metadataAlone.has(resource) }));
    // What is not served is no loss: there is nothing of it.
    if (listing === undefined || listing.error?.includes('does not serve')) return;
    listings.set(key, listing);
    if (!listing.complete) unreadable.push({ what: key, reason: listing.error ?? 'not all of it was read' });
  });
  const [refusal] = unreadable.filter(({ reason }) => reason.startsWith('forbidden'));
  if (refusal !== undefined && unreadable.length === listings.size) {
    throw new AutoOpsError('KUBERNETES_FORBIDDEN', `nothing of this cluster may be listed; ${refusal.reason}`, {
      hint: 'Use a kubeconfig whose account may list workloads in the whole cluster; the ClusterRole `view` is enough for most.',
    });
  }

  const view: ClusterView = {
    version,
    access,
    list: (resource) => listings.get(keyOf(resource))?.items ?? [],
    isComplete: (...resources) => resources.every((resource) => listings.get(keyOf(resource))?.complete !== false),
    serves: (resource) => listings.has(keyOf(resource)),
    configMap: (place) => configMaps.get(placeOf(place)),
    unreadable,
  };
  const followed = new Map(
    finders.flatMap(({ follows }) => follows?.(view) ?? []).map((place) => [placeOf(place), place]),
  );
  await inLanes([...followed], async ([key, { namespace, name }]) => {
    const { items, error } = await reader.list(kinds.configMaps, {
      namespace,
      fieldSelector: `metadata.name=${name}`,
      maximumItems: 1,
    });
    const object = items.find((item) => item.metadata.name === name);
    if (object !== undefined) configMaps.set(key, object);
    else if (error !== undefined) unreadable.push({ what: `configmap ${key}`, reason: error });
  });
  unreadable.sort((one, other) => (one.what < other.what ? -1 : 1));
  return view;
}
