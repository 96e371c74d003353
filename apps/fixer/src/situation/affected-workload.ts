import type { ObjectItem } from '@auto-ops/diagnosis';
import { findPodTemplate, readPath, referencedNames } from '@auto-ops/policy';
import { isRolling } from './is-rolling.ts';
import { rollingWorkloads } from './rolling-workloads.ts';
import type { Situation } from './situation.ts';
import { subjectItem } from './subject-item.ts';
import { textFact } from './text-fact.ts';

/**
 * The workload to change: the subject itself, the owner of the subject's pods, or the one that refers to a missing subject.
 * `undefined` where the evidence holds none, or where several would have to change.
 */
export function affectedWorkload(situation: Situation): ObjectItem | undefined {
  const { cause, view } = situation;
  const item = subjectItem(situation);
  if (item !== undefined) {
    if (isRolling(item)) return item;
    if (cause.subject.kind === 'Pod' || cause.subject.kind === 'ReplicaSet') {
      const owner = view.workload(item);
      return isRolling(owner) ? owner : undefined;
    }
  }
  const workloads = rollingWorkloads(view, cause.subject.namespace);
  const users = workloads.filter((workload) => refersTo(workload, situation));
  if (users.length === 1) return users[0];
  const named = textFact(situation, 'workload');
  const fromFact = workloads.find(
    ({ object }) => `${object.kind} ${object.metadata.namespace}/${object.metadata.name}` === named,
  );
  if (users.length === 0 && fromFact !== undefined) return fromFact;
  const affected = users.filter((workload) =>
    situation.analysis.affected.some(
      (subject) => subject.kind === workload.object.kind && subject.name === workload.object.metadata.name,
    ),
  );
  return affected.length === 1 ? affected[0] : undefined;
}

function refersTo(workload: ObjectItem, { cause }: Situation): boolean {
  const { kind, name } = cause.subject;
  const { template } = findPodTemplate(workload.object);
  switch (kind) {
    case 'ConfigMap':
    case 'Secret':
      return referencedNames(template, kind).has(name);
    case 'ServiceAccount':
      return (template.spec.serviceAccountName ?? 'default') === name;
    case 'PersistentVolumeClaim':
      return (template.spec.volumes ?? []).some(
        (volume) => readPath(volume, 'persistentVolumeClaim', 'claimName') === name,
      );
    default:
      return false;
  }
}
