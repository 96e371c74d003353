import type { Fields } from '../fields/fields.ts';
import { listAt } from '../fields/list-at.ts';

/** The containers and init containers of a pod template or a pod. */
export function templateContainers(template: unknown): readonly Fields[] {
  return [...listAt(template, 'spec', 'initContainers'), ...listAt(template, 'spec', 'containers')];
}
