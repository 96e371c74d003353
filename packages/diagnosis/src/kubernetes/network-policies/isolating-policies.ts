import { labelsField } from '../../fields/labels-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { isPresentAt } from '../fields/is-present-at.ts';
import { textsAt } from '../fields/texts-at.ts';
import { matchesSelector } from '../names/matches-selector.ts';
import type { Direction } from './traffic.ts';

const cache = new WeakMap<View, ReadonlyMap<string | undefined, readonly ObjectItem[]>>();

/** The policies that select a pod and limit this direction. */
export function isolatingPolicies(view: View, pod: ObjectItem, direction: Direction): readonly ObjectItem[] {
  let byNamespace = cache.get(view);
  if (byNamespace === undefined) {
    byNamespace = Map.groupBy(view.objects('NetworkPolicy'), ({ object }) => object.metadata.namespace);
    cache.set(view, byNamespace);
  }
  const labels = labelsField(pod.object, 'metadata', 'labels');
  return (byNamespace.get(pod.object.metadata.namespace) ?? []).filter(
    ({ object }) => limits(object, direction) && matchesSelector(fieldsAt(object, 'spec', 'podSelector'), labels),
  );
}

function limits(policy: unknown, direction: Direction): boolean {
  const types = textsAt(policy, 'spec', 'policyTypes');
  if (types.length > 0) return types.includes(direction);
  return direction === 'Ingress' || isPresentAt(policy, 'spec', 'egress');
}
