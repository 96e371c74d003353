import type { Subject } from '@auto-ops/contracts';
import { keyOf, type ObjectItem, subjectOf, type View } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import { readinessOf } from './readiness.ts';

/**
 * The workloads whose availability decides about a change: the targets themselves, what runs behind a target Service or pod, and,
 * where the targets are something else (a node, a claim, an Ingress), what was affected.
 */
export function watchedWorkloads(view: View, targets: readonly Subject[], affected: readonly Subject[]): Subject[] {
  const near = targets.flatMap((target) => workloadsOf(view, target));
  const chosen = near.length > 0 ? near : affected.flatMap((subject) => workloadsOf(view, subject));
  return [...new Map(chosen.map((subject) => [keyOf(subject), subject])).values()];
}

function workloadsOf(view: View, subject: Subject): Subject[] {
  const item = view.object(subject.kind, subject.namespace, subject.name);
  if (item === undefined) return [];
  if (subject.kind === 'Pod') return withReadiness(view.workload(item));
  if (subject.kind === 'Service') {
    const selector = (readPath(item.object, 'spec', 'selector') ?? {}) as Record<string, string>;
    return view.podsMatching(subject.namespace, selector).flatMap((pod) => withReadiness(view.workload(pod)));
  }
  return withReadiness(item);
}

function withReadiness(item: ObjectItem): Subject[] {
  return readinessOf(item.object) === undefined ? [] : [subjectOf(item.object)];
}
