import type { Action } from '@auto-ops/contracts';
import { type LiveObject, parseAction, type Related } from '@auto-ops/policy';
import type { Cluster } from './cluster.ts';
import { readRelated } from './read-related.ts';

/** What is known about the target of one action at this moment. */
export interface LoadedTarget {
  readonly object: LiveObject | undefined;
  readonly related: Related;
}

/** Reads an action's live target, what its change depends on, and the disruption budgets beside it. */
export async function loadTarget(cluster: Cluster, action: Action): Promise<LoadedTarget> {
  const { namespace } = action.target;
  const { definition } = parseAction(action);
  const [object, related, budgets] = await Promise.all([
    cluster.read(action.target),
    readRelated(cluster, definition, namespace),
    namespace === undefined ? [] : cluster.list('policy/v1/PodDisruptionBudget', namespace),
  ]);
  return { object, related: { objects: [...related.objects, ...budgets] } };
}
