import { compareText } from '../order/compare-text.ts';
import { itemKey } from '../subjects/item-key.ts';
import { keyOf } from '../subjects/key-of.ts';
import { subjectOf } from '../subjects/subject-of.ts';
import { subjectOfKey } from '../subjects/subject-of-key.ts';
import type { View } from '../view.ts';
import { componentKey } from './component-key.ts';
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
  keepOutsiders(view, nodes);
  const edges = new Map<string, Map<string, GraphEdge>>();
  for (const source of sources) source(view, (edge) => keepFirst(edges, edge));

  const outgoing = new Map<string, GraphEdge[]>();
  const incoming = new Map<string, GraphEdge[]>();
  for (const from of [...edges.keys()].sort()) {
    const own = [...(edges.get(from) ?? [])]
      .sort(([left], [right]) => compareText(left, right))
      .map(([, edge]) => edge);
    outgoing.set(from, own);
    keepNode(nodes, from);
    for (const edge of own) {
      keepNode(nodes, edge.to);
      append(incoming, edge.to, edge);
    }
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
function keepFirst(edges: Map<string, Map<string, GraphEdge>>, edge: GraphEdge): void {
  const own = edges.get(edge.from) ?? new Map<string, GraphEdge>();
  edges.set(edge.from, own);
  const identity = `${edge.relation} ${edge.to}`;
  const known = own.get(identity);
  if (known === undefined || compareText(edge.evidence, known.evidence) < 0) own.set(identity, edge);
}

/** Components, hosts and the like are known by the evidence about them. */
function keepOutsiders(view: View, nodes: Map<string, GraphNode>): void {
  for (const kind of ['log', 'metric', 'probe', 'event', 'change', 'document'] as const) {
    for (const { id, subject } of view.evidence(kind)) {
      if (subject === undefined || subject.apiVersion !== undefined) continue;
      const key = subject.kind === 'Component' ? componentKey(view, subject.name) : keyOf(subject);
      if (!nodes.has(key)) nodes.set(key, { key, subject, evidence: id });
    }
  }
}

function keepNode(nodes: Map<string, GraphNode>, key: string): void {
  if (!nodes.has(key)) nodes.set(key, { key, subject: subjectOfKey(key) });
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
