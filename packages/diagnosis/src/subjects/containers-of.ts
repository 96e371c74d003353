import { listField } from '../fields/list-field.ts';

/** Every container of a pod template, init containers first. */
export function containersOf(template: unknown): readonly unknown[] {
  return [...listField(template, 'spec', 'initContainers'), ...listField(template, 'spec', 'containers')];
}
