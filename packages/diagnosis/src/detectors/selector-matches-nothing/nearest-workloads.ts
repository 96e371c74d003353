import { labelsField } from '../../fields/labels-field.ts';
import { likeness } from '../../kubernetes/names/likeness.ts';
import { matchesLabels } from '../../kubernetes/names/matches-labels.ts';
import { serviceSelector } from '../../kubernetes/services/service-selector.ts';
import { isScaledToZero } from '../../kubernetes/workloads/is-scaled-to-zero.ts';
import { podKeepers } from '../../kubernetes/workloads/pod-keepers.ts';
import { podTemplate } from '../../kubernetes/workloads/pod-template.ts';
import type { ObjectItem, View } from '../../view.ts';

type Labels = Readonly<Record<string, string>>;

/** A workload whose pods a Service nearly selects. */
export interface NearWorkload {
  readonly item: ObjectItem;
  readonly score: number;
  /** No other Service selects its pods, or it carries the Service's name. */
  readonly isUnserved: boolean;
}

/** The workloads of the Service's namespace whose labels come near its selector, nearest first. */
export function nearestWorkloads(view: View, service: ObjectItem, selector: Labels): readonly NearWorkload[] {
  const { namespace, name } = service.object.metadata;
  const others = view
    .objects('Service')
    .filter((other) => other !== service && other.object.metadata.namespace === namespace)
    .map(serviceSelector)
    .filter((labels) => Object.keys(labels).length > 0);
  return podKeepers(view, namespace)
    .filter((item) => !isScaledToZero(item))
    .map((item) => {
      const labels = labelsField(podTemplate(item.object), 'metadata', 'labels');
      const isNamed = item.object.metadata.name === name;
      const isServed = others.some((other) => matchesLabels(other, labels));
      return {
        item,
        score: scoreOf(selector, labels) + (isNamed ? 0.5 : 0) - (isServed ? 0.25 : 0),
        isUnserved: isNamed || !isServed,
      };
    })
    .filter(({ score }) => score >= 0.4)
    .sort(
      (left, right) =>
        right.score - left.score || (left.item.object.metadata.name < right.item.object.metadata.name ? -1 : 1),
    );
}

/** The share of the selector that the labels meet, a pair of a like value or a like key counting half. */
function scoreOf(selector: Labels, labels: Labels): number {
  const pairs = Object.entries(selector);
  const points = pairs.map(([key, value]) => {
    if (labels[key] === value) return 1;
    if (labels[key] !== undefined) return likeness(value, labels[key]) <= 0.5 ? 0.5 : 0;
    return Object.entries(labels).some(([other, text]) => text === value && likeness(key, other) <= 0.6) ? 0.5 : 0;
  });
  return points.reduce((sum: number, point) => sum + point, 0) / Math.max(pairs.length, 1);
}
