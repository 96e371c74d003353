import type { ObjectItem } from '@auto-ops/diagnosis';
import { isRolling } from './is-rolling.ts';
import type { Situation } from './situation.ts';
import { subjectItem } from './subject-item.ts';

/** The workload whose pods a quota refuses: the subject, or the one whose controller says so in its events. */
export function refusedWorkload(situation: Situation): ObjectItem | undefined {
  const { view, cause } = situation;
  const item = subjectItem(situation);
  if (item !== undefined && isRolling(item)) return item;
  const owners = new Map<string, ObjectItem>();
  for (const event of view.eventsOf('FailedCreate')) {
    const { kind, namespace, name } = event.subject;
    if (!/exceeded quota/i.test(event.message) || namespace !== cause.subject.namespace) continue;
    const controller = view.object(kind, namespace, name);
    if (controller === undefined) continue;
    const owner = view.workload(controller);
    if (isRolling(owner)) owners.set(owner.id, owner);
  }
  return owners.size === 1 ? [...owners.values()][0] : undefined;
}
