import type { ObjectItem } from '@auto-ops/diagnosis';
import { isRolling } from './is-rolling.ts';
import { selectedWorkload } from './selected-workload.ts';
import type { Situation } from './situation.ts';
import { subjectItem } from './subject-item.ts';

/** The workload that is the dependency: the subject itself, or the one whose pods the subject selects. */
export function dependencyWorkload(situation: Situation): ObjectItem | undefined {
  const item = subjectItem(situation);
  if (item === undefined || isRolling(item)) return item;
  return item.object.kind === 'Service' ? selectedWorkload(situation.view, item) : undefined;
}
