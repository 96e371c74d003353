import { evaluateExpression } from '../../expression/evaluate-expression.ts';
import { parseExpression } from '../../expression/parse-expression.ts';
import { millisecondsOf } from '../../template/duration.ts';
import type { RetryStrategy } from '../../template/retry-strategy.ts';
import { isFulfilled } from '../is-fulfilled.ts';
import type { NodeState } from '../node-state.ts';
import { createTry } from './create-try.ts';
import { finishNode } from './finish-node.ts';
import type { Plan } from './plan.ts';

/** Plans a running Retry node: another try where its strategy wants one, else the end of the last try is its own. */
export function planRetry(plan: Plan, retry: NodeState, stopping: string | undefined): void {
  const strategy = plan.template(retry.template).retryStrategy;
  let count = 0;
  let last: NodeState | undefined;
  for (let next = plan.node(`${retry.id}(0)`); next !== undefined; next = plan.node(`${retry.id}(${count})`)) {
    last = next;
    count += 1;
  }
  if (last === undefined || strategy === undefined || !isFulfilled(last.phase)) return;
  if (last.phase !== 'Succeeded' && stopping === undefined && wantsMore(strategy, last, count)) {
    createTry(plan, retry.id, count, plan.now.getTime() + waitBefore(strategy, count));
    return;
  }
  const phase = last.phase === 'Succeeded' || last.phase === 'Error' ? last.phase : 'Failed';
  finishNode(plan, retry, phase, {
    outputs: last.outputs,
    ...(last.message === undefined ? {} : { message: last.message }),
  });
}

function wantsMore(strategy: RetryStrategy, last: NodeState, count: number): boolean {
  if (strategy.limit !== undefined && count > strategy.limit) return false;
  return evaluateExpression(parseExpression(strategy.expression), {
    name: (name) => (name === 'lastRetry.exitCode' ? String(last.exitCode ?? -1) : last.phase),
    text: (text) => text,
  });
}

function waitBefore({ backoff }: RetryStrategy, tries: number): number {
  if (backoff === undefined) return 0;
  const wait = millisecondsOf(backoff.duration) * (backoff.factor ?? 1) ** (tries - 1);
  return backoff.cap === undefined ? wait : Math.min(wait, millisecondsOf(backoff.cap));
}
