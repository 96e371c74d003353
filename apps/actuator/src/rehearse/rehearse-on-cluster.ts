import { type Action, AutoOpsError, type CheckResult } from '@auto-ops/contracts';
import { type LiveObject, managedBy, type PatchOperation, parseAction, type Related, readPath } from '@auto-ops/policy';
import { markOperations } from '../act/mark-operations.ts';
import type { Cluster, WriteAnswer } from '../cluster/cluster.ts';
import { fingerprint } from '../cluster/fingerprint.ts';
import { objectDiff } from '../cluster/object-diff.ts';
import type { ActionRehearsal } from './action-rehearsal.ts';

/** An object as it would be after the actions before this one, and how it gets there. */
export interface Stage {
  readonly live: LiveObject;
  readonly object: LiveObject;
  readonly operations: readonly PatchOperation[];
}

/** What the rehearsal of one action rests on. */
export interface ClusterScene {
  readonly cluster: Cluster;
  readonly related: Related;
  /** The stage that the earlier actions of the plan left; `undefined` where the object does not exist. */
  readonly stage: Stage | undefined;
  /** The collected object, where the run has it; compared where the kind has no generation. */
  readonly collected: LiveObject | undefined;
  readonly mark: string;
  hide(text: string): string;
}

/** Rehearses one action against the API server with dry runs alone; returns the stage for the next action on the same object. */
export async function rehearseOnCluster(
  action: Action,
  scene: ClusterScene,
): Promise<{ readonly rehearsal: ActionRehearsal; readonly stage: Stage | undefined }> {
  const { stage } = scene;
  const check = (name: string, problem: string | undefined, detail: string): CheckResult => ({
    name,
    action: action.id,
    result: problem === undefined ? 'passed' : 'failed',
    detail: (problem ?? detail).slice(0, 4000),
  });
  const failed = (checks: readonly CheckResult[], known: Partial<ActionRehearsal> = {}) => ({
    rehearsal: { id: action.id, ...known, result: 'failed' as const, checks },
    stage,
  });
  if (stage === undefined) return failed([check('identity', 'The target does not exist.', '')]);

  const { live } = stage;
  const isDelete = parseAction(action).definition.method === 'delete';
  const owner = isDelete ? undefined : managedBy(live);
  const known = { managedBy: owner, fingerprint: fingerprint(live) };
  const checks = [
    check('identity', identityProblem(action, live), 'The live object has the uid of the plan.'),
    check('freshness', freshnessProblem(action, live, scene.collected), 'The object is as the evidence showed it.'),
    check(
      'ownership',
      owner === undefined ? undefined : `The object belongs to ${owner}; change it at its source.`,
      'No other tool owns the object.',
    ),
  ];
  if (checks.some((one) => one.result === 'failed')) return failed(checks, known);

  try {
    const { definition, input } = parseAction(action);
    const change = definition.change(stage.object, input, scene.related);
    if (change.method === 'edit')
      return failed([...checks, check('dry-run', `${action.type} is not about the cluster.`, '')], known);
    if (change.method === 'patch' && change.operations.length === 0) {
      return failed([...checks, check('dry-run', 'The object is in the wanted state already.', '')], known);
    }
    const operations =
      change.method === 'patch'
        ? [...stage.operations, ...change.operations, ...markOperations(stage.object, change.operations, scene.mark)]
        : [];
    const answer = await dryRun(action, scene.cluster, live, isDelete, operations);
    const problem = problemOf(answer);
    checks.push(check('dry-run', problem, 'The API server accepts the change.'));
    if (answer.outcome !== 'done') return failed(checks, known);
    const diff = isDelete ? undefined : objectDiff(stage.object, answer.object, scene.hide);
    return {
      rehearsal: { id: action.id, ...known, diff, result: 'passed', checks },
      stage: isDelete ? undefined : { live, object: answer.object, operations },
    };
  } catch (error) {
    if (!(error instanceof AutoOpsError) || error.exit === 75) throw error;
    return failed([...checks, check('dry-run', error.message, '')], known);
  }
}

function identityProblem(action: Action, live: LiveObject): string | undefined {
  if (action.target.uid === undefined) return 'The plan does not say which object by its uid.';
  if (action.target.uid !== live.metadata.uid)
    return 'Another object has this name now; its uid is not the one of the plan.';
  return live.metadata.deletionTimestamp === undefined ? undefined : 'The object is being deleted.';
}

/** Status churns all the time and moves the version, not the generation; kinds without one are compared with what was collected. */
function freshnessProblem(action: Action, live: LiveObject, collected: LiveObject | undefined): string | undefined {
  const { generation, resourceVersion } = action.target;
  if (generation !== undefined) {
    const present = live.metadata.generation;
    return present === generation ? undefined : `The generation is ${String(present)}; the plan is for ${generation}.`;
  }
  if (live.kind === 'Pod') return undefined;
  if (resourceVersion !== undefined && resourceVersion === live.metadata.resourceVersion) return undefined;
  const part = (object: LiveObject) => JSON.stringify(readPath(object, 'spec') ?? readPath(object, 'data') ?? null);
  if (collected !== undefined && part(collected) === part(live)) return undefined;
  return `The object changed since the evidence was collected (version ${String(live.metadata.resourceVersion)}).`;
}

async function dryRun(
  action: Action,
  cluster: Cluster,
  live: LiveObject,
  isDelete: boolean,
  operations: readonly PatchOperation[],
): Promise<WriteAnswer> {
  let version = String(live.metadata.resourceVersion);
  for (let attempt = 0; ; attempt += 1) {
    const options = { dryRun: true, uid: String(live.metadata.uid), resourceVersion: version };
    const answer = isDelete
      ? await cluster.remove(action.target, options)
      : await cluster.patch(action.target, operations, options);
    if (answer.outcome !== 'conflict' || attempt >= 3) return answer;
    const again = await cluster.read(action.target);
    if (again === undefined || fingerprint(again) !== fingerprint(live)) return answer;
    version = String(again.metadata.resourceVersion);
  }
}

function problemOf(answer: WriteAnswer): string | undefined {
  switch (answer.outcome) {
    case 'done':
      return undefined;
    case 'conflict':
      return 'The object changed while it was rehearsed.';
    case 'gone':
      return 'The object went away while it was rehearsed.';
    case 'refused':
      return `The API server refuses the change (${answer.status}): ${answer.reason}`;
  }
}
