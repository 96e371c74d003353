import { field } from '../fields/field.ts';
import type { ObjectItem } from '../view.ts';

/** The pod template (`{metadata, spec}`) of a workload, the pod itself for a Pod; undefined for anything else. */
export function podTemplateOf({ object }: ObjectItem): unknown {
  if (object.kind === 'Pod') return object;
  if (object.kind === 'CronJob') return field(object, 'spec', 'jobTemplate', 'spec', 'template');
  const template = field(object, 'spec', 'template');
  return field(template, 'spec') === undefined ? undefined : template;
}
