import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { conditionOf } from '../fields/condition-of.ts';
import { isAfter } from '../times/is-after.ts';

/** Whether a Job succeeded, or its CronJob ran successfully after it. */
export function isMadeGood(view: View, job: ObjectItem): boolean {
  if (conditionOf(job.object, 'Complete')?.status === 'True') return true;
  const schedule = view.workload(job);
  if (schedule.object.kind !== 'CronJob') return false;
  const created = textField(job.object, 'metadata', 'creationTimestamp');
  if (isAfter(textField(schedule.object, 'status', 'lastSuccessfulTime'), created)) return true;
  return view
    .owned(schedule)
    .some(
      (other) =>
        conditionOf(other.object, 'Complete')?.status === 'True' &&
        isAfter(textField(other.object, 'metadata', 'creationTimestamp'), created),
    );
}
