import { type Action, AutoOpsError, type Effect } from '@auto-ops/contracts';
import { type LiveObject, type PatchOperation, parseAction } from '@auto-ops/policy';
import type { WriteAnswer } from '../cluster/cluster.ts';
import { fingerprint } from '../cluster/fingerprint.ts';
import { objectDiff } from '../cluster/object-diff.ts';
import { readRelated } from '../cluster/read-related.ts';
import type { Acting } from './acting.ts';
import { isDone } from './is-done.ts';
import type { Intent } from './journal-entry.ts';
import { markOperations } from './mark-operations.ts';
import type { Task } from './task.ts';

const conflictLimit = 3;

type Result = Pick<Effect, 'status' | 'detail' | 'before' | 'after' | 'undo'>;

/**
 * Does one action on a cluster object, once: the intent is on the disk before the request, the request carries a mark and the
 * version it rests on, the result is on the disk after it. Started again after a kill it looks for the mark instead of acting twice.
 * A lasting refusal is a `failed` effect; trouble that may pass (exit 75) is thrown, and the next start goes on from here.
 */
export async function actOnObject(task: Task, acting: Acting): Promise<Effect> {
  const { action } = task;
  const known = acting.journal.result(action.id);
  if (known !== undefined) return known;

  const intent = acting.journal.openIntent(action.id);
  const startedAt = intent?.at ?? acting.now();
  const common = { action: action.id, type: action.type, target: action.target, startedAt };
  let effect: Effect;
  try {
    effect = { ...common, ...(await act(task, intent, acting)), endedAt: acting.now() };
  } catch (error) {
    if (!(error instanceof AutoOpsError) || error.exit === 75) throw error;
    const { code, message, hint } = error;
    effect = { ...common, status: 'failed', detail: message, error: { code, message, hint }, endedAt: acting.now() };
  }
  acting.journal.write({ entry: 'result', effect });
  acting.reached?.('after-result', action.id);
  return effect;
}

async function act(task: Task, intent: Intent | undefined, acting: Acting): Promise<Result> {
  const { action } = task;
  let open = intent;
  for (let conflicts = 0; ; conflicts += 1) {
    const live = await acting.cluster.read(action.target);
    if (open !== undefined && isDone(action, task.mark, open, live)) {
      return {
        status: conflicts === 0 ? 'already' : 'applied',
        detail: 'The change was found in place, with its mark.',
        ...(open.before !== undefined && { before: open.before }),
        ...(live !== undefined && live.metadata.uid === action.target.uid && { after: fingerprint(live) }),
        ...(open.undo !== undefined && { undo: open.undo }),
      };
    }
    const object = requireSame(task, live);
    const step = await changeOf(task, object, acting);
    if (step === undefined) return { status: 'skipped', detail: 'The object is in the wanted state already.' };
    if (open === undefined) {
      acting.reached?.('before-intent', action.id);
      open = { entry: 'intent', action: action.id, at: acting.now(), before: task.fingerprint, ...step.undo };
      acting.journal.write(open);
      acting.reached?.('after-intent', action.id);
    }
    const answer = await step.send(false);
    acting.reached?.('after-effect', action.id);
    if (answer.outcome === 'done') {
      return {
        status: 'applied',
        detail: step.detail,
        before: task.fingerprint,
        ...(step.method === 'patch' && { after: fingerprint(answer.object) }),
        ...step.undo,
      };
    }
    // A conflict is mostly a status that moved on. It, or a refusal, also follows when the answer to our own request was lost
    // and the request repeated: look again before believing either.
    if (answer.outcome === 'refused' && conflicts > 0) throw refusal(action, answer);
    if (conflicts >= conflictLimit)
      throw changed(action, `it kept changing while ${conflictLimit + 1} requests were made`);
  }
}

function requireSame(task: Task, live: LiveObject | undefined): LiveObject {
  const { action } = task;
  if (live === undefined) throw changed(action, 'it is gone');
  if (live.metadata.uid !== action.target.uid) throw changed(action, 'another object has its name now');
  if (fingerprint(live) !== task.fingerprint) throw changed(action, 'it is not what was rehearsed and approved');
  return live;
}

interface Step {
  readonly method: 'patch' | 'delete';
  readonly detail: string;
  readonly undo: { readonly undo?: Action };
  send(dryRun: boolean): Promise<WriteAnswer>;
}

/** The request that does the action to this very state; `undefined` where nothing is left to do. */
async function changeOf(task: Task, object: LiveObject, { cluster, hide }: Acting): Promise<Step | undefined> {
  const { action } = task;
  const { definition, input } = parseAction(action);
  const related = await readRelated(cluster, definition, action.target.namespace);
  const change = definition.change(object, input, related);
  if (change.method === 'edit')
    throw new AutoOpsError('ACTION_FORBIDDEN', `${action.type} is not an action on the cluster`);
  if (change.method === 'patch' && change.operations.length === 0) return undefined;

  const undo = definition.undo(object, input, related);
  const version = { resourceVersion: String(object.metadata.resourceVersion), uid: String(object.metadata.uid) };
  const operations: readonly PatchOperation[] =
    change.method === 'patch' ? [...change.operations, ...markOperations(object, change.operations, task.mark)] : [];
  const step: Step = {
    method: change.method,
    detail: definition.describe(input),
    undo: undo === undefined ? {} : { undo: { ...action, type: undo.type, arguments: { ...undo.arguments } } },
    send: (dryRun) =>
      change.method === 'patch'
        ? cluster.patch(action.target, operations, { ...version, dryRun })
        : cluster.remove(action.target, { ...version, dryRun }),
  };
  await requireApprovedDiff(task, object, step, hide);
  return step;
}

async function requireApprovedDiff(task: Task, object: LiveObject, step: Step, hide: Acting['hide']): Promise<void> {
  if (task.diff === undefined || step.method === 'delete') return;
  const answer = await step.send(true);
  // A conflict here is found again, and handled, by the real request.
  if (answer.outcome === 'conflict') return;
  if (answer.outcome === 'refused') throw refusal(task.action, answer);
  const diff = answer.outcome === 'done' ? objectDiff(object, answer.object, hide) : '';
  if (diff !== task.diff) throw changed(task.action, 'the change would not be the one that was approved');
}

function refusal(action: Action, answer: Extract<WriteAnswer, { outcome: 'refused' }>): AutoOpsError {
  const code = answer.status === 403 ? 'KUBERNETES_FORBIDDEN' : 'ACTION_REFUSED';
  return new AutoOpsError(code, `${action.type} of ${nameOf(action)}: ${answer.status} ${answer.reason}`);
}

function changed(action: Action, reason: string): AutoOpsError {
  return new AutoOpsError('TARGET_CHANGED', `${nameOf(action)}: ${reason}`);
}

function nameOf({ target }: Action): string {
  return [target.kind, target.namespace, target.name].filter((part) => part !== undefined).join('/');
}
