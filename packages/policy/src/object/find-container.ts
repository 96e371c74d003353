import type { LiveObject } from '../action-definition.ts';
import type { Container } from './container.ts';
import { findPodTemplate } from './find-pod-template.ts';
import { targetChanged } from './target-changed.ts';

/** A container of a workload by name, with the keys that lead to it; throws `TARGET_CHANGED` where it has none of that name. */
export function findContainer(
  object: LiveObject,
  name: string,
): { readonly path: readonly (string | number)[]; readonly container: Container } {
  const { path, template } = findPodTemplate(object);
  for (const list of ['containers', 'initContainers'] as const) {
    const containers = template.spec[list] ?? [];
    const index = containers.findIndex((container) => container.name === name);
    const container = containers[index];
    if (container !== undefined) return { path: [...path, 'spec', list, index], container };
  }
  throw targetChanged(`${object.kind} ${object.metadata.name} has no container ${name}.`);
}
