import type { Subject } from '@auto-ops/contracts';
import type { ObjectItem, View } from '../view.ts';
import { type Fields, fieldsAt, listAt, numberAt, textAt } from './fields.ts';
import { subject, subjectOf } from './subject.ts';

/** Kinds that keep pods alive and can be changed by a person. */
export const workloadKinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'ReplicationController',
];

/** The topmost controller that the evidence holds; a static pod stays itself, its node is no controller. */
export function topWorkload(view: View, item: ObjectItem): ObjectItem {
  const top = view.workload(item);
  return top.object.kind === 'Node' ? item : top;
}

/**
 * The workload to change for a pod or a controller. Where the evidence lacks the controller, it is taken from the owner
 * reference; a ReplicaSet that ends in its pods' template hash stands for the Deployment of the name before it.
 */
export function workloadSubject(view: View, item: ObjectItem): Subject {
  const top = topWorkload(view, item);
  const owners = listAt(top.object, 'metadata', 'ownerReferences').filter((owner) => owner.kind !== 'Node');
  const owner = owners.find((reference) => reference.controller === true) ?? owners[0];
  const name = textAt(owner, 'name');
  const kind = textAt(owner, 'kind');
  if (name === undefined || kind === undefined) return fromReplicaSet(view, top, subjectOf(top));
  const namespace = top.object.metadata.namespace;
  return fromReplicaSet(view, top, subject(textAt(owner, 'apiVersion') ?? 'v1', kind, namespace, name));
}

function fromReplicaSet(view: View, item: ObjectItem, found: Subject): Subject {
  const hash = textAt(item.object, 'metadata', 'labels', 'pod-template-hash');
  if (found.kind !== 'ReplicaSet' || hash === undefined || !found.name.endsWith(`-${hash}`)) return found;
  const name = found.name.slice(0, -hash.length - 1);
  // A Deployment that complete evidence does not hold was deleted: the ReplicaSet is what is left.
  if (view.covers('Deployment', found.namespace) && view.object('Deployment', found.namespace, name) === undefined)
    return found;
  return subject('apps/v1', 'Deployment', found.namespace, name);
}

/** The pod template of a workload; of a pod, the pod itself. */
export function podTemplate(object: unknown): Fields {
  const kind = textAt(object, 'kind');
  if (kind === 'CronJob') return fieldsAt(object, 'spec', 'jobTemplate', 'spec', 'template');
  return kind === 'Pod' ? fieldsAt(object) : fieldsAt(object, 'spec', 'template');
}

/** The containers and init containers of a pod template or a pod. */
export function templateContainers(template: unknown): readonly Fields[] {
  return [...listAt(template, 'spec', 'initContainers'), ...listAt(template, 'spec', 'containers')];
}

/** How many pods a workload should have; 1 where it does not say, undefined for kinds that have no such number. */
export function wantedReplicas(object: unknown): number | undefined {
  switch (textAt(object, 'kind')) {
    case 'Deployment':
    case 'StatefulSet':
    case 'ReplicaSet':
    case 'ReplicationController':
      return numberAt(object, 'spec', 'replicas') ?? 1;
    case 'DaemonSet':
      return numberAt(object, 'status', 'desiredNumberScheduled');
    default:
      return undefined;
  }
}
