import type { NodePhase } from '@auto-ops/contracts';
import { millisecondsOf } from '../../template/duration.ts';
import { replaceReferences } from '../../template/references-in.ts';
import type { Template } from '../../template/template.ts';
import type { NodeState } from '../node-state.ts';
import type { Plan } from './plan.ts';

/** What a new node is made of. */
export interface NodeSeed {
  readonly id: string;
  readonly displayName: string;
  readonly template: Template;
  readonly parent?: string | undefined;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Puts the node that runs a template: a graph begins at once unless it waits for its mutex, a step waits to be started. */
export function createNode(plan: Plan, seed: NodeSeed): void {
  const { template } = seed;
  const inputs = { ...inputDefaults(template), ...seed.inputs };
  const base = { ...emptyNode(plan, seed), inputs };
  const started = { startedAt: plan.now.toISOString() };
  if (template.dag !== undefined) {
    const mutex = template.synchronization?.mutexes[0]?.name;
    if (mutex === undefined) {
      plan.put({ ...base, ...started, kind: 'DAG', phase: 'Running' });
      return;
    }
    const lock = replaceReferences(mutex, (reference) => inputs[reference.slice('inputs.parameters.'.length)] ?? '');
    plan.put({ ...base, kind: 'DAG', phase: 'Pending', lock, message: `waiting for the lock ${lock}` });
    return;
  }
  if (template.suspend !== undefined) {
    const { duration } = template.suspend;
    const deadline = duration === undefined ? {} : { deadline: plan.now.getTime() + millisecondsOf(duration) };
    plan.put({ ...base, ...started, ...deadline, kind: 'Suspend', phase: 'Running' });
    return;
  }
  if (template.retryStrategy === undefined) {
    plan.put({ ...base, kind: 'Pod', phase: 'Pending' });
    return;
  }
  plan.put({ ...base, ...started, kind: 'Retry', phase: 'Running' });
  createTry(plan, seed.id, 0);
}

/** Puts the next try of a Retry node. */
export function createTry(plan: Plan, retry: string, index: number, notBefore?: number): void {
  const parent = plan.node(retry);
  if (parent === undefined) return;
  plan.put({
    ...emptyNode(plan, {
      ...parent,
      id: `${retry}(${index})`,
      displayName: `${parent.displayName}(${index})`,
      parent: retry,
    }),
    inputs: parent.inputs,
    kind: 'Pod',
    phase: 'Pending',
    ...(notBefore === undefined ? {} : { notBefore, message: `next try at ${new Date(notBefore).toISOString()}` }),
  });
}

/** Puts the node of a task that does not run; its outputs are the defaults. */
export function createIdleNode(
  plan: Plan,
  seed: NodeSeed,
  phase: NodePhase & ('Skipped' | 'Omitted' | 'Error'),
  message: string,
): void {
  const kind = seed.template.dag !== undefined ? 'DAG' : seed.template.suspend !== undefined ? 'Suspend' : 'Pod';
  const at = plan.now.toISOString();
  plan.put({
    ...emptyNode(plan, seed),
    kind,
    phase,
    message,
    startedAt: at,
    finishedAt: at,
    outputs: outputDefaults(seed.template),
  });
}

/** Puts the node that stands for all items of a task. */
export function createGroup(plan: Plan, seed: NodeSeed): void {
  plan.put({ ...emptyNode(plan, seed), kind: 'TaskGroup', phase: 'Running', startedAt: plan.now.toISOString() });
}

/** What the outputs of a template are when nobody wrote them. */
export function outputDefaults(template: Template): Record<string, string> {
  return Object.fromEntries(
    (template.outputs?.parameters ?? []).map((output) => [output.name, output.valueFrom.default]),
  );
}

function inputDefaults(template: Template): Record<string, string> {
  const inputs = template.inputs?.parameters ?? [];
  return Object.fromEntries(inputs.flatMap((input) => (input.value === undefined ? [] : [[input.name, input.value]])));
}

function emptyNode(
  plan: Plan,
  seed: { id: string; displayName: string; template: Template | string; parent?: string | undefined },
): Omit<NodeState, 'kind' | 'phase'> {
  return {
    id: seed.id,
    displayName: seed.displayName,
    template: typeof seed.template === 'string' ? seed.template : seed.template.name,
    ...(seed.parent === undefined ? {} : { parent: seed.parent }),
    createdAt: plan.now.toISOString(),
    inputs: {},
    outputs: {},
    restarts: 0,
  };
}
