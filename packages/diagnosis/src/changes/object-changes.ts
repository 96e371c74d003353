import { field } from '../fields/field.ts';
import { listField } from '../fields/list-field.ts';
import { textField } from '../fields/text-field.ts';
import { epochOf } from '../order/epoch-of.ts';
import { itemKey } from '../subjects/item-key.ts';
import { subjectOf } from '../subjects/subject-of.ts';
import type { ObjectItem, View } from '../view.ts';
import type { CandidateChange } from './candidate-change.ts';

/** Kinds that people change and that have no revisions of their own. */
const kinds = [
  'ConfigMap',
  'Secret',
  'Service',
  'Ingress',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'HorizontalPodAutoscaler',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
  'ServiceAccount',
  'StorageClass',
  'PersistentVolumeClaim',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
];
/** Kinds that can break what worked by being there at all. */
const limiting = new Set([
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
]);
const ofControllers = /^(kube-controller-manager|kube-scheduler|kubelet|kube-apiserver|cluster-autoscaler)/;

/** Objects of configuration that were made or changed within the window, and nodes that were cordoned. */
export function objectChanges(view: View): readonly CandidateChange[] {
  const from = epochOf(view.window.from) ?? 0;
  const changes = kinds.flatMap((kind) =>
    view.objects(kind).flatMap((item) => {
      const seen = lastTouched(view, item);
      return seen === undefined || seen.at < from ? [] : [changeOf(item, seen.at, seen.what)];
    }),
  );
  const cordons = view.objects('Node').flatMap((node) => {
    const taint = listField(node.object, 'spec', 'taints').find(
      (entry) => field(entry, 'key') === 'node.kubernetes.io/unschedulable',
    );
    const at = epochOf(textField(taint, 'timeAdded'));
    return at === undefined || at < from ? [] : [{ ...changeOf(node, at, 'was cordoned'), kind: 'node' as const }];
  });
  return [...changes, ...cordons];
}

function changeOf(item: ObjectItem, at: number, what: string): CandidateChange {
  const { kind, namespace, name } = subjectOf(item.object);
  return {
    id: item.id,
    title: `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name} ${what}`,
    at,
    keys: [itemKey(item)],
    texts: [{ text: name, weight: 1 }],
    shippedBy: [],
    hazards: [],
    identifiers: new Set(),
    substance: 1,
    kind: 'configuration',
  };
}

function lastTouched(view: View, item: ObjectItem): { at: number; what: string } | undefined {
  const created = epochOf(textField(item.object, 'metadata', 'creationTimestamp'));
  const touched = Math.max(
    0,
    ...listField(item.object, 'metadata', 'managedFields')
      .filter(
        (entry) =>
          textField(entry, 'subresource') === undefined && !ofControllers.test(textField(entry, 'manager') ?? ''),
      )
      .map((entry) => epochOf(textField(entry, 'time')) ?? 0),
  );
  if (touched > 0 && created !== undefined && touched - created > 1000) return { at: touched, what: 'was changed' };
  // Two states of one object say that it changed at the latest by the second.
  const [earlier] = view.earlier(item);
  if (earlier !== undefined && JSON.stringify(content(earlier)) !== JSON.stringify(content(item))) {
    const at = epochOf(view.now);
    if (at !== undefined) return { at, what: 'changed while it was watched' };
  }
  return created === undefined || !limiting.has(item.object.kind) ? undefined : { at: created, what: 'was created' };
}

function content({ object }: ObjectItem): unknown {
  return [field(object, 'spec'), field(object, 'data'), field(object, 'rules'), field(object, 'webhooks')];
}
