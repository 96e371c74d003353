import { labelsField } from '../../fields/labels-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { View } from '../../view.ts';
import type { Fields } from '../fields/fields.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { isPresentAt } from '../fields/is-present-at.ts';
import { listAt } from '../fields/list-at.ts';
import { textsAt } from '../fields/texts-at.ts';
import { matchesSelector } from '../names/matches-selector.ts';
import { inBlock } from './in-block.ts';
import type { Direction, Peer } from './traffic.ts';

const nameLabel = 'kubernetes.io/metadata.name';

/** Whether a rule covers the peer; `namespace` is the policy's own. */
export function coversPeer(
  view: View,
  rule: Fields,
  direction: Direction,
  namespace: string | undefined,
  peer: Peer,
): boolean {
  const peers = listAt(rule, direction === 'Ingress' ? 'from' : 'to');
  return peers.length === 0 || peers.some((entry) => matchesPeer(view, entry, namespace, peer));
}

function matchesPeer(view: View, entry: Fields, namespace: string | undefined, { pod, address }: Peer): boolean {
  if (isPresentAt(entry, 'ipBlock')) {
    const target = address ?? textField(pod?.object, 'status', 'podIP');
    return (
      target !== undefined &&
      inBlock(target, textField(entry, 'ipBlock', 'cidr')) &&
      !textsAt(entry, 'ipBlock', 'except').some((block) => inBlock(target, block))
    );
  }
  if (pod === undefined) return false;
  const podNamespace = pod.object.metadata.namespace;
  const isNamespace = isPresentAt(entry, 'namespaceSelector')
    ? matchesNamespace(view, fieldsAt(entry, 'namespaceSelector'), podNamespace)
    : podNamespace === namespace;
  return (
    isNamespace &&
    (!isPresentAt(entry, 'podSelector') ||
      matchesSelector(fieldsAt(entry, 'podSelector'), labelsField(pod.object, 'metadata', 'labels')))
  );
}

/**
 * Every namespace carries its name as a label, also where the Namespace itself was not read; what other labels it has is
 * not known then, and a selector that asks for them gets the benefit of the doubt.
 */
function matchesNamespace(view: View, selector: Fields, namespace: string | undefined): boolean {
  if (namespace === undefined) return false;
  const found = view.object('Namespace', undefined, namespace);
  const labels = { ...labelsField(found?.object, 'metadata', 'labels'), [nameLabel]: namespace };
  const keys = [
    ...Object.keys(labelsField(selector, 'matchLabels')),
    ...listAt(selector, 'matchExpressions').map(({ key }) => key),
  ];
  if (found === undefined && keys.some((key) => key !== nameLabel)) return true;
  return matchesSelector(selector, labels);
}
