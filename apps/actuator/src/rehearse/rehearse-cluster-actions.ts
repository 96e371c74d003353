import type { Action, Digest, Evidence } from '@auto-ops/contracts';
import type { LiveObject } from '@auto-ops/policy';
import { markOf } from '../act/mark-of.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { LoadedTarget } from '../cluster/load-target.ts';
import type { ActionRehearsal } from './action-rehearsal.ts';
import { rehearseOnCluster, type Stage } from './rehearse-on-cluster.ts';

/** What the actions of a plan on the cluster are rehearsed with. */
export interface ClusterActions {
  readonly cluster: Cluster;
  readonly incident: string;
  readonly planHash: Digest;
  readonly targets: Readonly<Record<string, LoadedTarget>>;
  readonly evidence: readonly Evidence[];
  hide(text: string): string;
}

/** Rehearses the actions in order; a second action on one object starts from what the first would leave. */
export async function rehearseClusterActions(
  actions: readonly Action[],
  { cluster, incident, planHash, targets, evidence, hide }: ClusterActions,
): Promise<ActionRehearsal[]> {
  const stages = new Map<string, Stage>();
  const results: ActionRehearsal[] = [];
  for (const action of actions) {
    const { kind, namespace, name } = action.target;
    const key = [kind, namespace, name].join('/');
    const known = targets[action.id];
    const live = known?.object;
    const { rehearsal, stage } = await rehearseOnCluster(action, {
      cluster,
      related: known?.related ?? { objects: [] },
      stage: stages.get(key) ?? (live === undefined ? undefined : { live, object: live, operations: [] }),
      collected: collectedObject(evidence, action.target.uid),
      mark: markOf(incident, planHash, action.id),
      hide,
    });
    results.push(rehearsal);
    if (stage !== undefined) stages.set(key, stage);
  }
  return results;
}

function collectedObject(evidence: readonly Evidence[], uid: string | undefined): LiveObject | undefined {
  const item = evidence.findLast((one) => one.kind === 'object' && one.body?.object.metadata.uid === uid);
  return uid !== undefined && item?.kind === 'object' ? (item.body?.object as LiveObject | undefined) : undefined;
}
