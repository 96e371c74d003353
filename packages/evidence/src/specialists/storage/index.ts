import { listingCoverage } from '../../objects/listing-coverage.ts';
import { objectEvidence } from '../../objects/object-evidence.ts';
import { listRights } from '../../resources/list-rights.ts';
import { storageResources } from '../../resources/storage-resources.ts';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';

/** Volumes, storage classes, drivers and attachments. Claims are the kubernetes specialist's. */
export const specialist: Specialist = {
  name: 'storage',
  zone: 'cluster',
  isRoutine: true,
  kinds: storageResources.map(({ kind }) => kind),
  rights: listRights(storageResources),
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const reader = await request.openCluster();
  const listings = await Promise.all(storageResources.map((resource) => reader.list(resource)));
  const options = { ...request, cluster: request.incident.cluster, source: 'kubernetes list' };
  return {
    evidence: listings.flatMap(({ items }) => items.map((object) => objectEvidence(object, options))),
    coverage: listings.flatMap((listing, index) => {
      const resource = storageResources[index];
      return resource === undefined ? [] : [listingCoverage(resource.kind, undefined, listing)];
    }),
  };
}
