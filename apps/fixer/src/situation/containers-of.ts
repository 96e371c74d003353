import type { ObjectItem } from '@auto-ops/diagnosis';
import { type Container, findPodTemplate } from '@auto-ops/policy';

/** The containers of a workload, init containers last. */
export function containersOf(workload: ObjectItem): readonly Container[] {
  const { spec } = findPodTemplate(workload.object).template;
  return [...spec.containers, ...(spec.initContainers ?? [])];
}
