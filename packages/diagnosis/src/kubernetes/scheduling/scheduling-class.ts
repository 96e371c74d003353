import { numberField } from '../../fields/number-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { listAt } from '../fields/list-at.ts';
import { matchesNode } from './matches-node.ts';
import { reasonClass, type SchedulingClass } from './reason-class.ts';
import type { SchedulingReason } from './scheduling-reasons.ts';
import type { UnscheduledPod } from './unscheduled-pods.ts';

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
    return isOut && matchesNode(pod.object, object) && numberField(object, 'status', 'allocatable', 'pods') !== 0;
  });
}

function isNodeReady(node: unknown): boolean {
  return listAt(node, 'status', 'conditions').some(({ type, status }) => type === 'Ready' && status === 'True');
}
