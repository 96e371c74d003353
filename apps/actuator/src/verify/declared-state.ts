import type { Evidence, KubernetesObject, Subject } from '@auto-ops/contracts';
import { type Bundle, createView, keyOf, subjectOf } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import { changedFields } from './changed-fields.ts';
import { declaredPod } from './declared-pod.ts';

/** What a repository would deploy, laid over what was recorded. */
export interface DeclaredState {
  readonly bundle: Bundle;
  /** For each declared object that was not recorded like that: its subject and the fields that differ (`''` where it is new). */
  readonly changes: readonly { readonly subject: Subject; readonly fields: readonly string[] }[];
}

/** Kinds that only tell how it went: they speak of the state before and not of what is declared. */
const consequences = new Set(['Pod', 'Event', 'ReplicaSet', 'ControllerRevision', 'Endpoints', 'EndpointSlice', 'Job']);

/**
 * The recorded evidence as it would be with the declared objects in force: their specifications replace the recorded ones, and what
 * only told how the old state went (pods, events, logs of these workloads, and whatever proved the cause) is left out. One pod a
 * workload stands for those it would make.
 */
export function declaredState(
  recorded: Bundle,
  rendered: readonly Evidence[],
  proofs: readonly string[],
): DeclaredState {
  const view = createView(recorded);
  const declared = new Map<string, { readonly item: Evidence; readonly object: KubernetesObject }>();
  const changes: { subject: Subject; fields: string[] }[] = [];
  const dropped = new Set(proofs.map((proof) => proof.split('#')[0] ?? proof));

  for (const item of rendered) {
    if (item.kind !== 'object' || item.body === undefined) continue;
    const object = placed(item.body.object, view);
    const before = view.object(object.kind, object.metadata.namespace, object.metadata.name);
    const fields = before === undefined ? [''] : changedFields(partsOf(object), partsOf(before.object));
    if (fields.length > 0) changes.push({ subject: subjectOf(object), fields });
    const merged = before === undefined ? object : inForce(before.object, object);
    declared.set(keyOf(subjectOf(object)), { item, object: merged });
    if (before === undefined || fields.length === 0) continue;
    const pods = view.pods(before);
    for (const pod of pods) dropped.add(pod.id);
    for (const one of view.owned(before)) dropped.add(one.id);
    for (const one of [before, ...pods, ...view.owned(before)]) {
      for (const event of view.events(one)) dropped.add(event.id);
    }
    const names = new Set(pods.map((pod) => keyOf(subjectOf(pod.object))));
    for (const log of recorded.evidence)
      if (log.subject !== undefined && names.has(keyOf(log.subject))) dropped.add(log.id);
  }

  const kept = recorded.evidence.filter((item) => {
    if (item.kind !== 'object' || item.body === undefined) return !dropped.has(item.id);
    const { object } = item.body;
    if (declared.has(keyOf(subjectOf(object)))) return false;
    return !(consequences.has(object.kind) && dropped.has(item.id));
  });
  const changed = new Set(changes.map((change) => keyOf(change.subject)));
  const laid = [...declared.values()].flatMap(({ item, object }): Evidence[] => {
    const evidence = {
      ...item,
      kind: 'object',
      id: `declared:${keyOf(subjectOf(object))}`,
      body: { object },
    } as Evidence;
    const pod = changed.has(keyOf(subjectOf(object))) ? declaredPod(object) : undefined;
    if (pod === undefined) return [evidence];
    return [
      evidence,
      { ...item, kind: 'object', id: `declared:${keyOf(subjectOf(pod))}`, body: { object: pod } } as Evidence,
    ];
  });
  return { bundle: { manifest: { ...recorded.manifest, alerts: [] }, evidence: [...kept, ...laid] }, changes };
}

/** A manifest often leaves its namespace to whoever applies it: the recorded object of that kind and name tells. */
function placed(object: KubernetesObject, view: ReturnType<typeof createView>): KubernetesObject {
  if (object.metadata.namespace !== undefined) return object;
  const same = view.objects(object.kind).filter((item) => item.object.metadata.name === object.metadata.name);
  const namespaces = new Set(same.map((item) => item.object.metadata.namespace));
  const scope = view.scope.namespaces ?? [];
  const namespace = namespaces.size === 1 ? [...namespaces][0] : scope.length === 1 ? scope[0] : undefined;
  return namespace === undefined ? object : { ...object, metadata: { ...object.metadata, namespace } };
}

function partsOf(object: KubernetesObject): Record<string, unknown> {
  const { apiVersion: _version, kind: _kind, metadata, status: _status, ...rest } = object as Record<string, unknown>;
  return { ...rest, metadata: { labels: readPath(metadata, 'labels') ?? {} } };
}

/** The declared object with the identity of the recorded one; its status would be a new one. */
function inForce(recorded: KubernetesObject, declared: KubernetesObject): KubernetesObject {
  const { status: _status, ...rest } = recorded as Record<string, unknown>;
  const { metadata, status: _declaredStatus, ...parts } = declared as Record<string, unknown>;
  return { ...rest, ...parts, metadata: { ...recorded.metadata, ...(metadata as object) } } as KubernetesObject;
}
