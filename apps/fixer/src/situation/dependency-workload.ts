import type { ObjectItem } from '@auto-ops/diagnosis';
import { findPodTemplate, readPath } from '@auto-ops/policy';
import { isRolling } from './is-rolling.ts';
import { rollingWorkloads } from './rolling-workloads.ts';
import type { Situation } from './situation.ts';
import { subjectItem } from './subject-item.ts';

/** The workload that is the dependency: the subject itself, or the one whose pods the subject's selector means. */
export function dependencyWorkload(situation: Situation): ObjectItem | undefined {
  const item = subjectItem(situation);
  if (item === undefined || isRolling(item)) return item;
  if (item.object.kind !== 'Service') return undefined;
  const selector = Object.entries((readPath(item.object, 'spec', 'selector') ?? {}) as Record<string, string>);
  if (selector.length === 0) return undefined;
  const matching = rollingWorkloads(situation.view, item.object.metadata.namespace).filter((workload) => {
    const labels = findPodTemplate(workload.object).template.metadata?.labels ?? {};
    return selector.every(([key, value]) => labels[key] === value);
  });
  return matching.length === 1 ? matching[0] : undefined;
}
