import type { Graph } from '../graph/graph.ts';
import type { Walk } from './walks.ts';

/** Every key that the walk reaches from any of the starts, the starts left out. */
export function walk(graph: Graph, starts: Iterable<string>, { forward, backward, limit }: Walk): ReadonlySet<string> {
  const origin = new Set(starts);
  const seen = new Set(origin);
  let border = [...origin];
  for (let step = 0; step < limit && border.length > 0; step += 1) {
    const next: string[] = [];
    for (const key of border) {
      const reached = [
        ...graph.outgoing(key, ...forward).map((edge) => edge.to),
        ...(backward.length === 0 ? [] : graph.incoming(key, ...backward).map((edge) => edge.from)),
      ];
      for (const other of reached) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    border = next;
  }
  for (const key of origin) seen.delete(key);
  return seen;
}
