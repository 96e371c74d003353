import type { ObjectItem, View } from '../../view.ts';
import { type KnownEdge, knownEdges } from './known-edges.ts';

const serviceCache = new WeakMap<View, ReadonlyMap<ObjectItem, readonly KnownEdge[]>>();

/** The known calls to one Service. */
export function edgesTo(view: View, service: ObjectItem): readonly KnownEdge[] {
  let byService = serviceCache.get(view);
  if (byService === undefined) {
    byService = Map.groupBy(knownEdges(view), (known) => known.service);
    serviceCache.set(view, byService);
  }
  return byService.get(service) ?? [];
}
