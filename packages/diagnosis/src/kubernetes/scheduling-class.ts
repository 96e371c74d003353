import type { ObjectItem, View } from '../view.ts';
import { fieldsAt, labelsAt, listAt, numberAt, textAt } from './fields.ts';
import { matchesExpression, matchesLabels } from './label-selector.ts';
import type { SchedulingReason, UnscheduledPod } from './unscheduled-pods.ts';

/** What keeps a pod from being placed, the one thing that would have to change. */
export type SchedulingClass = 'resources' | 'selector' | 'taint' | 'affinity' | 'node' | 'volume' | 'unknown';

const patterns: readonly (readonly [Exclude<SchedulingClass, 'unknown'>, RegExp])[] = [
  ['volume', /persistentvolumeclaim|PersistentVolumeClaims|volume node affinity|persistent volumes to bind|volume/i],
  ['resources', /^Insufficient |^Too many pods|free ports/],
  ['affinity', /pod affinity rules|anti-affinity rules|pod affinity\/anti-affinity|topology spread/],
  ['node', /were unschedulable|taint \{node\.kubernetes\.io\/|^were not ready|unreachable/],
  ['taint', /taint/],
  ['selector', /node affinity\/selector|node selector|match Pod's node affinity|node affinity/],
];

/**
 * The class that decides. The scheduler reports one reason a node, of the first filter that refused it: a node that came
 * further says more than one that was never meant, so resources and affinity win over taints and selectors.
 */
export function schedulingClass(view: View, { pod, reasons }: UnscheduledPod): SchedulingClass {
  const classes = new Map<SchedulingClass, number>();
  for (const reason of reasons) {
    const found = reasonClass(reason);
    classes.set(found, (classes.get(found) ?? 0) + reason.nodes);
  }
  if (classes.has('volume')) return 'volume';
  const [resources, affinity] = [classes.get('resources'), classes.get('affinity')];
  if (resources !== undefined && (affinity === undefined || resources >= affinity))
    return isNodeLost(view, pod.item, classes) ? 'node' : 'resources';
  if (affinity !== undefined) return isNodeLost(view, pod.item, classes) ? 'node' : 'affinity';
  const hasTaint = classes.has('taint') || classes.has('node');
  if (classes.has('selector') && !(hasTaint && canAnyNodeMatch(view, pod.item, reasons))) return 'selector';
  if (classes.has('taint')) return classes.has('node') && reasons.every(isInfrastructure) ? 'node' : 'taint';
  return classes.has('node') ? 'node' : 'unknown';
}

/** The class of one reason of the scheduler. */
export function reasonClass({ text }: SchedulingReason): SchedulingClass {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}

/** The taint that a reason names: `dedicated: gpu`. */
export function taintOf({ text }: SchedulingReason): string | undefined {
  return /taint\s*\{([^}]*)\}/.exec(text)?.[1]?.trim();
}

/** Whether a node carries what the pod's nodeSelector and required node affinity ask for. */
export function matchesNode(pod: unknown, node: unknown): boolean {
  const labels = { ...labelsAt(node, 'metadata', 'labels') };
  if (!matchesLabels(labelsAt(pod, 'spec', 'nodeSelector'), labels)) return false;
  const terms = listAt(
    pod,
    'spec',
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  );
  const name = textAt(node, 'metadata', 'name') ?? '';
  return (
    terms.length === 0 ||
    terms.some(
      (term) =>
        listAt(term, 'matchExpressions').every((expression) => matchesExpression(expression, labels)) &&
        listAt(term, 'matchFields').every((expression) => matchesExpression(expression, { 'metadata.name': name })),
    )
  );
}

function isInfrastructure(reason: SchedulingReason): boolean {
  return ['node', 'selector'].includes(reasonClass(reason)) || /control-plane|\/master/.test(reason.text);
}

function canAnyNodeMatch(view: View, pod: ObjectItem, reasons: readonly SchedulingReason[]): boolean {
  const nodes = view.objects('Node');
  if (nodes.length > 0) return nodes.some((node) => matchesNode(pod.object, node.object));
  return reasons.some(
    (reason) => ['taint', 'node'].includes(reasonClass(reason)) && !/control-plane|\/master/.test(reason.text),
  );
}

/** A cordoned or lost node that the pod fits by its labels, where the others are merely full. */
function isNodeLost(view: View, pod: ObjectItem, classes: ReadonlyMap<SchedulingClass, number>): boolean {
  if (!classes.has('node')) return false;
  return view.objects('Node').some(({ object }) => {
    const isOut = fieldsAt(object, 'spec').unschedulable === true || !isNodeReady(object);
    return isOut && matchesNode(pod.object, object) && numberAt(object, 'status', 'allocatable', 'pods') !== 0;
  });
}

function isNodeReady(node: unknown): boolean {
  return listAt(node, 'status', 'conditions').some(({ type, status }) => type === 'Ready' && status === 'True');
}
