import { textField } from '../../fields/text-field.ts';
import type { Fields } from '../fields/fields.ts';
import { fieldsAt } from '../fields/fields-at.ts';

/** The pod template of a workload; of a pod, the pod itself. */
export function podTemplate(object: unknown): Fields {
  const kind = textField(object, 'kind');
  if (kind === 'CronJob') return fieldsAt(object, 'spec', 'jobTemplate', 'spec', 'template');
  return kind === 'Pod' ? fieldsAt(object) : fieldsAt(object, 'spec', 'template');
}
