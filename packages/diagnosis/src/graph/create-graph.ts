import { compareText } from '../order/compare-text.ts';
import { itemKey } from '../subjects/item-key.ts';
import { subjectOf } from '../subjects/subject-of.ts';
import { subjectOfKey } from '../subjects/subject-of-key.ts';
import type { View } from '../view.ts';
import { distancesFrom } from './distances-from.ts';
import { callEdges } from './edges/call-edges.ts';
import { componentEdges } from './edges/component-edges.ts';
import { hostEdges } from './edges/host-edges.ts';
import { managerEdges } from './edges/manager-edges.ts';
import { ownerEdges } from './edges/owner-edges.ts';
import { placementEdges } from './edges/placement-edges.ts';
import { referenceEdges } from './edges/reference-edges.ts';
import { routeEdges } from './edges/route-edges.ts';
import { selectorEdges } from './edges/selector-edges.ts';
import type { Graph, GraphEdge, GraphNode, Relation } from './graph.ts';

const sources = [
  ownerEdges,
  selectorEdges,
  referenceEdges,
  placementEdges,
  routeEdges,
  callEdges,
  componentEdges,
  managerEdges,
  hostEdges,
];
const defaultLimit = 6;

/** Builds the typed graph of everything the view holds or refers to; nodes and edges are sorted by key. */
export function createGraph(view: View): Graph {
  const nodes = new Map<string, GraphNode>();
  for (const kind of view.kinds()) {
    for (const item of view.objects(kind)) {
      const key = itemKey(item);
      nodes.set(key, { key, subject: subjectOf(item.object), evidence: item.id });
    }
  }
  const edges = new Map<string, GraphEdge>();
  for (const source of sources) source(view, (edge) => keepFirst(edges, edge));

  const outgoing = new Map<string, GraphEdge[]>();
  const incoming = new Map<string, GraphEdge[]>();
  for (const [, edge] of [...edges].sort(([left], [right]) => compareText(left, right))) {
    for (const key of [edge.from, edge.to]) {
      if (!nodes.has(key)) nodes.set(key, { key, subject: subjectOfKey(key) });
    }
    append(outgoing, edge.from, edge);
    append(incoming, edge.to, edge);
  }

  const reached = new Map<string, ReadonlyMap<string, number>>();
  const graph: Graph = {
    nodes,
    outgoing: (key, ...relations) => pick(outgoing.get(key), relations),
    incoming: (key, ...relations) => pick(incoming.get(key), relations),
    distance(from, to, limit = defaultLimit) {
      const identity = `${limit} ${from}`;
      const distances = reached.get(identity) ?? distancesFrom(graph, from, limit);
      reached.set(identity, distances);
      return distances.get(to) ?? Number.POSITIVE_INFINITY;
    },
  };
  return graph;
}

/** Several pieces of evidence for one edge: the first by id is cited. */
function keepFirst(edges: Map<string, GraphEdge>, edge: GraphEdge): void {
  const identity = `${edge.from}\n${edge.relation}\n${edge.to}`;
  const known = edges.get(identity);
  if (known === undefined || compareText(edge.evidence, known.evidence) < 0) edges.set(identity, edge);
}

function pick(edges: readonly GraphEdge[] | undefined, relations: readonly Relation[]): readonly GraphEdge[] {
  if (edges === undefined) return [];
  return relations.length === 0 ? edges : edges.filter((edge) => relations.includes(edge.relation));
}

function append(map: Map<string, GraphEdge[]>, key: string, edge: GraphEdge): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [edge]);
  else list.push(edge);
}
