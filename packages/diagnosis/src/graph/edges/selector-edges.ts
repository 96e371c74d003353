import { field } from '../../fields/field.ts';
import { labelsField } from '../../fields/labels-field.ts';
import { matchesSelector } from '../../kubernetes/names/matches-selector.ts';
import { itemKey } from '../../subjects/item-key.ts';
import type { ObjectItem, View } from '../../view.ts';
import type { EdgeSource } from '../edge-source.ts';

/** selects: Services, NetworkPolicies and PodDisruptionBudgets to pods; a Service also to workloads without a pod. */
export const selectorEdges: EdgeSource = (view, add) => {
  const podsIn = groupByNamespace(view.objects('Pod'));
  const workloads = groupByNamespace(['Deployment', 'StatefulSet', 'DaemonSet'].flatMap((kind) => view.objects(kind)));
  for (const service of view.objects('Service')) {
    const selector = labelsField(service.object, 'spec', 'selector');
    const wanted = Object.entries(selector);
    if (wanted.length === 0) continue;
    const from = itemKey(service);
    const namespace = service.object.metadata.namespace;
    for (const pod of view.podsMatching(namespace, selector)) {
      add({ from, to: itemKey(pod), relation: 'selects', evidence: service.id });
    }
    for (const workload of workloads.get(namespace ?? '') ?? []) {
      if (view.pods(workload).length > 0) continue;
      const labels = labelsField(workload.object, 'spec', 'template', 'metadata', 'labels');
      if (wanted.every(([name, value]) => labels[name] === value)) {
        add({ from, to: itemKey(workload), relation: 'selects', evidence: service.id });
      }
    }
  }
  for (const [kind, path] of [
    ['NetworkPolicy', 'podSelector'],
    ['PodDisruptionBudget', 'selector'],
  ] as const) {
    for (const item of view.objects(kind)) {
      const selector = field(item.object, 'spec', path);
      for (const pod of candidates(view, podsIn, item, selector)) {
        if (!matchesSelector(selector, labelsField(pod.object, 'metadata', 'labels'))) continue;
        add({ from: itemKey(item), to: itemKey(pod), relation: 'selects', evidence: item.id });
      }
    }
  }
};

function candidates(
  view: View,
  podsIn: ReadonlyMap<string, readonly ObjectItem[]>,
  item: ObjectItem,
  selector: unknown,
): readonly ObjectItem[] {
  const labels = labelsField(selector, 'matchLabels');
  const namespace = item.object.metadata.namespace;
  return Object.keys(labels).length > 0 ? view.podsMatching(namespace, labels) : (podsIn.get(namespace ?? '') ?? []);
}

function groupByNamespace(items: readonly ObjectItem[]): ReadonlyMap<string, readonly ObjectItem[]> {
  return Map.groupBy(items, (item) => item.object.metadata.namespace ?? '');
}
