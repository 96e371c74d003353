import type { BundleManifest, Evidence } from '@auto-ops/contracts';
import { createGraph } from '../graph/create-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { compareText } from '../order/compare-text.ts';
import { isClusterScoped } from '../subjects/is-cluster-scoped.ts';
import { keyOf } from '../subjects/key-of.ts';
import { subjectOf } from '../subjects/subject-of.ts';
import type { EvidenceOf, View } from '../view.ts';
import { covers } from './covers.ts';
import { indexEvents } from './event-index.ts';
import { indexLabels } from './label-index.ts';
import { indexLogs } from './log-index.ts';
import { indexObjects } from './object-index.ts';
import { indexOwnership } from './ownership.ts';
import { indexReferences, type References } from './references.ts';

/** What one investigation saw; `evidence` has its bodies, blobs are resolved before. */
export interface Bundle {
  readonly manifest: BundleManifest;
  readonly evidence: readonly Evidence[];
}

/** Indexes a bundle for detectors and ranking; the order of the evidence makes no difference. */
export function createView({ manifest, evidence }: Bundle): View {
  const objects = indexObjects(evidence);
  const ownership = indexOwnership(objects);
  const events = indexEvents(objects.byKind.get('Event') ?? [], manifest.capturedAt);
  const matching = indexLabels(objects.byKind.get('Pod') ?? []);
  const logs = indexLogs(evidence);
  const others = groupByKind(evidence);
  const coverage = manifest.coverage ?? [];
  let graph: Graph | undefined;
  let resolver: References | undefined;
  const references = () => {
    resolver ??= indexReferences(evidence);
    return resolver;
  };

  const view: View = {
    now: manifest.capturedAt,
    window: manifest.window,
    alerts: manifest.alerts,
    question: manifest.question,
    scope: manifest.scope ?? {},
    get graph() {
      graph ??= createGraph(view);
      return graph;
    },
    kinds: () => [...objects.byKind.keys()].filter((kind) => kind !== 'Event').sort(compareText),
    objects: (kind) => objects.byKind.get(kind) ?? [],
    object(kind, namespace, name) {
      return objects.byKey.get(`${kind}/${isClusterScoped(kind) ? '' : (namespace ?? '')}/${name}`);
    },
    earlier: (item) => objects.earlier.get(keyOf(subjectOf(item.object))) ?? [],
    owned: ownership.owned,
    workload: ownership.workload,
    pods: ownership.pods,
    podsMatching: matching,
    events: events.about,
    eventsOf: (...reasons) => events.withReasons(reasons),
    logs(subject, container) {
      const lines = logs.get(keyOf(subject)) ?? [];
      return container === undefined ? lines : lines.filter((line) => line.container === container);
    },
    evidence: <Kind extends Exclude<Evidence['kind'], 'object'>>(kind: Kind) =>
      (others.get(kind) ?? []) as readonly EvidenceOf<Kind>[],
    about: (id) => references().about(id),
    resolves: (reference) => references().resolves(reference),
    covers: (kind, namespace) => covers(coverage, kind, namespace),
  };
  return view;
}

function groupByKind(evidence: readonly Evidence[]): ReadonlyMap<Evidence['kind'], readonly Evidence[]> {
  const groups = new Map<Evidence['kind'], Evidence[]>();
  for (const item of evidence) {
    if (item.kind === 'object') continue;
    const group = groups.get(item.kind);
    if (group === undefined) groups.set(item.kind, [item]);
    else group.push(item);
  }
  for (const group of groups.values()) group.sort((left, right) => compareText(left.id, right.id));
  return groups;
}
