import { AutoOpsError } from '@auto-ops/contracts';
import type { NodeState } from '../node-state.ts';
import type { Plan } from './plan.ts';

/** What the references inside a graph stand for; the load has proved that each of them is known. */
export function referencesOfGraph(plan: Plan, graph: NodeState, item?: string): (reference: string) => string {
  return (reference) => {
    const value = valueIn(plan, graph, reference, item);
    if (value === undefined) throw new AutoOpsError('DEFECT', `{{${reference}}} has no value in ${graph.id}`);
    return value;
  };
}

function valueIn(plan: Plan, graph: NodeState, reference: string, item: string | undefined): string | undefined {
  const parts = reference.split('.');
  if (reference === 'item') return item;
  if (reference === 'workflow.name') return plan.run.state.name;
  if (parts[0] === 'workflow') return plan.run.state.parameters[parts[2] ?? ''];
  if (parts[0] === 'inputs') return graph.inputs[parts[2] ?? ''];
  return plan.node(`${graph.id}.${parts[1]}`)?.outputs[parts[4] ?? ''];
}
