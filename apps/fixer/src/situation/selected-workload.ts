import type { ObjectItem, View } from '@auto-ops/diagnosis';
import { findPodTemplate, readPath } from '@auto-ops/policy';
import { rollingWorkloads } from './rolling-workloads.ts';

/** The one workload whose pods a Service selects, be there any at present or not. */
export function selectedWorkload(view: View, service: ObjectItem): ObjectItem | undefined {
  const selector = Object.entries((readPath(service.object, 'spec', 'selector') ?? {}) as Record<string, string>);
  if (selector.length === 0) return undefined;
  const matching = rollingWorkloads(view, service.object.metadata.namespace).filter((workload) => {
    const labels = findPodTemplate(workload.object).template.metadata?.labels ?? {};
    return selector.every(([key, value]) => labels[key] === value);
  });
  return matching.length === 1 ? matching[0] : undefined;
}
