import type { Subject } from '@auto-ops/contracts';

/** How one thing stands to another, read from left to right. */
export type Relation =
  | 'owns'
  | 'selects'
  | 'mounts'
  | 'runsOn'
  | 'routesTo'
  | 'scales'
  | 'calls'
  | 'managedBy'
  | 'uses';

/** A thing; `key` is `kind/namespace/name`, with empty parts where there is none. */
export interface GraphNode {
  readonly key: string;
  readonly subject: Subject;
  /** Evidence that holds it; absent where it is only referred to (a missing Secret, a called host). */
  readonly evidence?: string | undefined;
}

/** A typed, directed edge with the evidence it comes from. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly evidence: string;
}

/** The digital twin of one moment. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  outgoing(key: string, ...relations: readonly Relation[]): readonly GraphEdge[];
  incoming(key: string, ...relations: readonly Relation[]): readonly GraphEdge[];
  /** Steps between two nodes over any relation, either way; `Infinity` where none leads there within `limit`. */
  distance(from: string, to: string, limit?: number): number;
}
