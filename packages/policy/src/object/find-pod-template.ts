import type { LiveObject } from '../action-definition.ts';
import { PodTemplate } from './pod-template.ts';
import { readPath } from './read-path.ts';
import { targetChanged } from './target-changed.ts';

/** Where the pod template of a workload lies (`path` as keys), and what it says; throws `TARGET_CHANGED` where there is none. */
export function findPodTemplate(object: LiveObject): {
  readonly path: readonly string[];
  readonly template: PodTemplate;
} {
  const path = object.kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template'] : ['spec', 'template'];
  const parsed = PodTemplate.safeParse(readPath(object, ...path));
  if (!parsed.success) throw targetChanged(`${object.kind} ${object.metadata.name} has no readable pod template.`);
  return { path, template: parsed.data };
}
