import { labelsField } from '../../fields/labels-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { ObjectItem } from '../../view.ts';

/** The labels a Service selects by; empty where it selects nothing on purpose. */
export function serviceSelector(service: ObjectItem): Readonly<Record<string, string>> {
  return textField(service.object, 'spec', 'type') === 'ExternalName'
    ? {}
    : labelsField(service.object, 'spec', 'selector');
}
