import type { Coverage } from '@auto-ops/contracts';
import type { Listing } from '../cluster-api/kubernetes-reader.ts';

/** What a listing says about how much of a kind was read. */
export function listingCoverage(kind: string, namespace: string | undefined, listing: Listing): Coverage {
  return {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    complete: listing.complete,
    ...(listing.error === undefined ? {} : { error: listing.error }),
  };
}
