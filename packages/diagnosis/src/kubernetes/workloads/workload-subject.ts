import type { Subject } from '@auto-ops/contracts';
import { textField } from '../../fields/text-field.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import { listAt } from '../fields/list-at.ts';
import { subject } from '../names/subject.ts';
import { topWorkload } from './top-workload.ts';

/**
 * The workload to change for a pod or a controller. Where the evidence lacks the controller, it is taken from the owner
 * reference; a ReplicaSet that ends in its pods' template hash stands for the Deployment of the name before it.
 */
export function workloadSubject(view: View, item: ObjectItem): Subject {
  const top = topWorkload(view, item);
  const owners = listAt(top.object, 'metadata', 'ownerReferences').filter((owner) => owner.kind !== 'Node');
  const owner = owners.find((reference) => reference.controller === true) ?? owners[0];
  const name = textField(owner, 'name');
  const kind = textField(owner, 'kind');
  if (name === undefined || kind === undefined) return fromReplicaSet(view, top, subjectOf(top.object));
  const namespace = top.object.metadata.namespace;
  return fromReplicaSet(view, top, subject(textField(owner, 'apiVersion') ?? 'v1', kind, namespace, name));
}

function fromReplicaSet(view: View, item: ObjectItem, found: Subject): Subject {
  const hash = textField(item.object, 'metadata', 'labels', 'pod-template-hash');
  if (found.kind !== 'ReplicaSet' || hash === undefined || !found.name.endsWith(`-${hash}`)) return found;
  const name = found.name.slice(0, -hash.length - 1);
  // A Deployment that complete evidence does not hold was deleted: the ReplicaSet is what is left.
  if (view.covers('Deployment', found.namespace) && view.object('Deployment', found.namespace, name) === undefined)
    return found;
  return subject('apps/v1', 'Deployment', found.namespace, name);
}
