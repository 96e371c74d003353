import type { KubernetesObject } from '@auto-ops/contracts';
import type { Related } from '../action-definition.ts';
import { PodTemplate } from './pod-template.ts';
import { readPath } from './read-path.ts';

/** One earlier or present state of a workload's pod template. */
export interface Revision {
  /** The ReplicaSet or ControllerRevision that keeps it. */
  readonly source: string;
  readonly revision: number;
  readonly template: PodTemplate;
  /** The template as the API keeps it, without the controller's own label. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

/** The revisions of a workload among related objects, newest first. */
export function revisionsOf(workload: KubernetesObject, related: Related): readonly Revision[] {
  return related.objects
    .filter((object) => isOwned(object, workload))
    .map(readRevision)
    .filter((revision) => revision !== undefined)
    .sort((left, right) => right.revision - left.revision || (left.source < right.source ? -1 : 1));
}

function isOwned(object: KubernetesObject, workload: KubernetesObject): boolean {
  if (object.kind !== 'ReplicaSet' && object.kind !== 'ControllerRevision') return false;
  if (object.metadata.namespace !== workload.metadata.namespace) return false;
  const owners = readPath(object, 'metadata', 'ownerReferences');
  if (!Array.isArray(owners)) return false;
  return owners.some((owner: unknown) => {
    const uid = readPath(owner, 'uid');
    if (uid !== undefined && workload.metadata.uid !== undefined) return uid === workload.metadata.uid;
    return readPath(owner, 'kind') === workload.kind && readPath(owner, 'name') === workload.metadata.name;
  });
}

function readRevision(object: KubernetesObject): Revision | undefined {
  const isReplicaSet = object.kind === 'ReplicaSet';
  const template = isReplicaSet ? readPath(object, 'spec', 'template') : readPath(object, 'data', 'spec', 'template');
  const number = isReplicaSet
    ? Number(readPath(object, 'metadata', 'annotations', 'deployment.kubernetes.io/revision'))
    : Number(readPath(object, 'revision'));
  if (template === null || typeof template !== 'object' || !Number.isInteger(number)) return undefined;
  const raw = withoutBookkeeping(template as Record<string, unknown>);
  const parsed = PodTemplate.safeParse(raw);
  if (!parsed.success) return undefined;
  return {
    source: object.metadata.name,
    revision: number,
    template: parsed.data,
    raw,
    createdAt: String(readPath(object, 'metadata', 'creationTimestamp') ?? ''),
  };
}

/** Without the hash label of the Deployment controller and the merge directive of a ControllerRevision. */
function withoutBookkeeping(template: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { $patch: _directive, ...rest } = template;
  const metadata = rest.metadata;
  if (metadata === null || typeof metadata !== 'object') return rest;
  const labels = readPath(metadata, 'labels');
  if (labels === null || typeof labels !== 'object') return rest;
  const { 'pod-template-hash': _hash, ...kept } = labels as Record<string, unknown>;
  return { ...rest, metadata: { ...metadata, labels: kept } };
}
