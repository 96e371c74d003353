import { millisecondsOf } from '../../template/duration.ts';
import { replaceReferences } from '../../template/replace-references.ts';
import type { Template } from '../../template/template.ts';
import { createTry } from './create-try.ts';
import { emptyNode } from './empty-node.ts';
import type { NodeSeed } from './node-seed.ts';
import type { Plan } from './plan.ts';

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

function inputDefaults(template: Template): Record<string, string> {
  const inputs = template.inputs?.parameters ?? [];
  return Object.fromEntries(inputs.flatMap((input) => (input.value === undefined ? [] : [[input.name, input.value]])));
}
