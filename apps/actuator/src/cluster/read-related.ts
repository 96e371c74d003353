import type { ActionDefinition, Related } from '@auto-ops/policy';
import type { Cluster } from './cluster.ts';

/** The objects that an action's change depends on, for example the ReplicaSets of the target's namespace. */
export async function readRelated(
  cluster: Cluster,
  definition: ActionDefinition,
  namespace: string | undefined,
): Promise<Related> {
  const lists = await Promise.all((definition.needs ?? []).map((kind) => cluster.list(kind, namespace)));
  return { objects: lists.flat() };
}
