import { distancesFrom } from '../graph/distances-from.ts';
import { isHub } from '../graph/is-hub.ts';
import type { Targets } from '../targets/resolve-targets.ts';
import type { View } from '../view.ts';
import type { Reach } from './reach-of.ts';

/** How far a cause may lie from what the alert is about. */
const limit = 6;
const byDistance = [1, 0.95, 0.92, 0.85, 0.8, 0.7, 0.65];
/** Beside a named target: in its namespace but not connected, outside namespaces, elsewhere. */
const sameNamespace = 0.45;
const clusterScoped = 0.35;
const elsewhere = 0.1;
/** Namespaces of the platform itself are searched, not suspected, when nothing is named. */
const platform = new Set(['kube-system', 'kube-public', 'kube-node-lease']);
const platformShare = 0.7;

/** How near findings are to what the alert is about, 0 to 1; 1 for everything where nothing is named. */
export function createNearness(view: View, targets: Targets): (reach: Reach) => number {
  const { namespaces } = targets;
  // A target that the evidence does not know tells no more than its namespace.
  const keys = new Set(targets.keys.filter((key) => view.graph.nodes.has(key)));
  const distances = new Map<string, number>();
  for (const target of keys) {
    // Being on the node that an alert names connects a fault with it only where the node is its cause.
    if (isHub(target)) distances.set(target, 0);
    else
      for (const [key, distance] of distancesFrom(view.graph, target, limit)) {
        distances.set(key, Math.min(distance, distances.get(key) ?? limit));
      }
  }
  return ({ finding, key, workload, touches }) => {
    const { namespace } = finding.subject;
    const inside = namespace !== undefined && namespaces.includes(namespace);
    if (keys.size === 0) {
      const share = namespace !== undefined && platform.has(namespace) ? platformShare : 1;
      if (namespaces.length === 0 || inside) return share;
      return [...touches].some((touched) => namespaces.includes(touched.split('/')[1] ?? ''))
        ? 0.9
        : namespace === undefined
          ? clusterScoped
          : elsewhere;
    }
    let nearest = Math.min(distances.get(key) ?? Infinity, distances.get(workload) ?? Infinity);
    // What the cited evidence is about is one step away at least: the finding is not about it, it shows there.
    for (const touched of touches) {
      const distance = distances.get(touched);
      if (distance !== undefined) nearest = Math.min(nearest, Math.max(distance, touched === key ? 0 : 1));
    }
    const near = byDistance[nearest];
    if (near !== undefined) return near;
    if (namespace === undefined) return clusterScoped;
    return inside ? sameNamespace : elsewhere;
  };
}
