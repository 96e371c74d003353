import type { Alert, Evidence, KubernetesObject, Scope, Subject, Window } from '@auto-ops/contracts';
import type { Graph } from './graph/graph.ts';

/** A Kubernetes object with the evidence that holds it. */
export interface ObjectItem {
  /** The evidence id to cite. */
  readonly id: string;
  readonly object: KubernetesObject & Readonly<Record<string, unknown>>;
}

/** A Kubernetes Event about some object, already read into plain fields. */
export interface EventItem {
  readonly id: string;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly subject: Subject;
}

/** One line of a log with the reference to cite (`ev-31#3`). */
export interface LogLine {
  readonly id: string;
  readonly text: string;
  readonly at?: string | undefined;
  readonly level?: string | undefined;
  readonly container?: string | undefined;
  readonly previous: boolean;
  readonly count: number;
  readonly baseline?: number | undefined;
}

/** Evidence of one kind that is not an object, narrowed. */
export type EvidenceOf<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>;

/**
 * Indexed access to the evidence of one investigation. Everything is sorted, so the order of the input lines never shows.
 * A detector asks the view; it never scans the whole bundle.
 */
export interface View {
  /** RFC 3339; the only "now" there is. */
  readonly now: string;
  readonly window: Window;
  readonly alerts: readonly Alert[];
  readonly question?: string | undefined;
  readonly scope: Scope;
  readonly graph: Graph;

  /** Kinds that the evidence holds, sorted, Event left out. */
  kinds(): readonly string[];
  /** Objects of a kind, by namespace and name; all namespaces. A foreign group's `Service` is `Service.<group>`. */
  objects(kind: string): readonly ObjectItem[];
  object(kind: string, namespace: string | undefined, name: string): ObjectItem | undefined;
  /** Earlier observed states of the same object, newest first. */
  earlier(item: ObjectItem): readonly ObjectItem[];
  /** Objects whose ownerReferences name this one. */
  owned(item: ObjectItem): readonly ObjectItem[];
  /** The topmost controller (Pod → ReplicaSet → Deployment; Pod → Job → CronJob), the item itself where it has none. */
  workload(item: ObjectItem): ObjectItem;
  /** Every pod below a workload, newest first. */
  pods(workload: ObjectItem): readonly ObjectItem[];
  /** Pods of a namespace that carry all these labels; none for an empty selector. */
  podsMatching(namespace: string | undefined, labels: Readonly<Record<string, string>>): readonly ObjectItem[];
  /** Kubernetes Events about the object, oldest first. */
  events(item: ObjectItem): readonly EventItem[];
  /** Kubernetes Events with one of these reasons, oldest first. */
  eventsOf(...reasons: readonly string[]): readonly EventItem[];
  /** Log lines of a pod (or of a Component), oldest first, previous containers before present ones. */
  logs(subject: Subject, container?: string): readonly LogLine[];
  /** All evidence of a kind other than object, by id. */
  evidence<Kind extends Exclude<Evidence['kind'], 'object'>>(kind: Kind): readonly EvidenceOf<Kind>[];
  /** What a piece of evidence (`ev-3`, `ev-31#4`) is about: the object itself, what an Event names, whose log it is. */
  about(id: string): Subject | undefined;
  /** Whether a reference resolves: an evidence id, an entry of one, or the id of a change. */
  resolves(reference: string): boolean;
  /** Whether everything of that kind in that namespace was read, so that absence means something. */
  covers(kind: string, namespace?: string): boolean;
}
