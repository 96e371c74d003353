import type { Graph } from './graph.ts';
import { isHub } from './is-hub.ts';

/**
 * Steps from a node to every other within `limit`, over any relation, either way. A path may end at a hub (a Node, a
 * release) but not lead through one.
 */
export function distancesFrom(graph: Graph, from: string, limit: number): ReadonlyMap<string, number> {
  const distances = new Map([[from, 0]]);
  let border = [from];
  for (let step = 1; step <= limit && border.length > 0; step += 1) {
    const next: string[] = [];
    for (const key of border) {
      if (key !== from && isHub(key)) continue;
      for (const edge of graph.outgoing(key)) visit(edge.to);
      for (const edge of graph.incoming(key)) visit(edge.from);
    }
    border = next;

    function visit(key: string): void {
      if (distances.has(key)) return;
      distances.set(key, step);
      next.push(key);
    }
  }
  return distances;
}
