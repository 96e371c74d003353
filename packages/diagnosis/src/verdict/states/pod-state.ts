import { conditionOf } from '../../fields/condition-of.ts';
import { field } from '../../fields/field.ts';
import { listField } from '../../fields/list-field.ts';
import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import { epochOf } from '../../order/epoch-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import type { State } from './state.ts';

/** A container that came back has recovered when it has outlived its last life three times, within these bounds. */
const outlived = 3;
const shortestStable = 20_000;
const longestStable = 30 * 60_000;
/** Where the last life is not known, or there were more restarts than a hiccup has. */
const stableMilliseconds = 5 * 60_000;
const hiccup = 3;
/** A pod may need this long from creation to ready without anything being wrong. */
const startMilliseconds = 2 * 60_000;
/** The kubelet needs a moment beyond the grace period. */
const terminationSlack = 60_000;
const beginning = new Set(['ContainerCreating', 'PodInitializing', '']);

/** How a pod stands now. */
export function podState(view: View, { id, object }: ObjectItem): State {
  const now = epochOf(view.now) ?? 0;
  const name = `Pod ${object.metadata.name}`;
  const say = (state: State['state'], reason: string): State => ({
    state,
    reason: `${name} ${reason}`,
    evidence: [id],
  });

  const deletion = epochOf(textField(object, 'metadata', 'deletionTimestamp'));
  if (deletion !== undefined) {
    if (now <= deletion + terminationSlack) return say('intended', 'is terminating within its grace period');
    return say('unhealthy', 'has been terminating for longer than its grace period');
  }
  const phase = textField(object, 'status', 'phase');
  if (phase === 'Succeeded') return say('healthy', 'completed');
  if (phase === 'Failed')
    return say('unhealthy', `failed (${textField(object, 'status', 'reason') ?? 'no reason given'})`);

  const statuses = listField(object, 'status', 'containerStatuses');
  if (phase === 'Running' && conditionOf(object, 'Ready')?.status === 'True') {
    const restarts = statuses.reduce<number>((sum, status) => sum + (numberField(status, 'restartCount') ?? 0), 0);
    if (restarts === 0) return say('healthy', 'is ready');
    const since = Math.max(
      ...statuses.map((status) => epochOf(textField(status, 'state', 'running', 'startedAt')) ?? 0),
      ...statuses.map((status) => epochOf(textField(status, 'lastState', 'terminated', 'finishedAt')) ?? 0),
    );
    const times = `${restarts} ${restarts === 1 ? 'restart' : 'restarts'}`;
    if (since === 0) return say('unclear', `is ready after ${times} at an unknown time`);
    const held = duration(now - since);
    if (now - since < stableAfter(statuses, restarts))
      return say('unclear', `is ready for ${held} only, after ${times}`);
    return say('recovered', `is ready and stable for ${held} after ${times}`);
  }
  const waiting = statuses.map((status) => textField(status, 'state', 'waiting', 'reason') ?? '');
  const failing = waiting.find((reason) => !beginning.has(reason));
  if (failing !== undefined) return say('unhealthy', `waits in ${failing}`);
  const created = epochOf(textField(object, 'metadata', 'creationTimestamp'));
  const isRestarting = statuses.some((status) => (numberField(status, 'restartCount') ?? 0) > 0);
  const hasFailed = statuses.some((status) => field(status, 'state', 'terminated') !== undefined);
  if (created !== undefined && now - created < startMilliseconds && !isRestarting && !hasFailed) {
    return say('intended', 'is starting');
  }
  return phase === undefined ? say('unclear', 'has no status') : say('unhealthy', `is ${phase} and not ready`);
}

function stableAfter(statuses: readonly unknown[], restarts: number): number {
  const lives = statuses.flatMap((status) => {
    const ended = field(status, 'lastState', 'terminated');
    const from = epochOf(textField(ended, 'startedAt'));
    const to = epochOf(textField(ended, 'finishedAt'));
    return from === undefined || to === undefined ? [] : [to - from];
  });
  if (lives.length === 0) return stableMilliseconds;
  const needed = Math.min(longestStable, Math.max(shortestStable, outlived * Math.max(...lives)));
  return restarts > hiccup ? Math.max(needed, stableMilliseconds) : needed;
}

function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 120 ? `${seconds} seconds` : `${Math.floor(seconds / 60)} minutes`;
}
