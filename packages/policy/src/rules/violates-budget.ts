import type { LiveObject, Related } from '../action-definition.ts';
import { readPath } from '../object/read-path.ts';

/** Whether a PodDisruptionBudget over the target's pods allows no disruption while some of them are healthy. */
export function violatesBudget(object: LiveObject, related: Related | undefined): boolean {
  const labels = readPath(object, 'spec', 'template', 'metadata', 'labels') ?? readPath(object, 'metadata', 'labels');
  return (related?.objects ?? []).some((budget) => {
    if (budget.kind !== 'PodDisruptionBudget' || budget.metadata.namespace !== object.metadata.namespace) return false;
    const wanted = Object.entries(
      (readPath(budget, 'spec', 'selector', 'matchLabels') ?? {}) as Record<string, unknown>,
    );
    if (wanted.length === 0 || wanted.some(([key, value]) => readPath(labels, key) !== value)) return false;
    return (
      readPath(budget, 'status', 'disruptionsAllowed') === 0 &&
      Number(readPath(budget, 'status', 'currentHealthy') ?? 0) > 0
    );
  });
}
