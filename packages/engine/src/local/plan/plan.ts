import { AutoOpsError } from '@auto-ops/contracts';
import type { Template } from '../../template/template.ts';
import type { ActiveRun } from '../active-run.ts';
import type { NodeState } from '../node-state.ts';

/** One look at a run: reads its nodes, collects what must change, changes nothing itself. */
export interface Plan {
  readonly run: ActiveRun;
  readonly now: Date;
  readonly changes: ReadonlyMap<string, NodeState>;
  node(id: string): NodeState | undefined;
  put(node: NodeState): void;
  template(name: string): Template;
}

/** Opens a plan on the committed state of a run. */
export function openPlan(run: ActiveRun, now: Date): Plan {
  const changes = new Map<string, NodeState>();
  const templates = new Map(run.definition.spec.templates.map((template) => [template.name, template]));
  return {
    run,
    now,
    changes,
    node: (id) => changes.get(id) ?? run.nodes.get(id),
    put: (node) => changes.set(node.id, node),
    template: (name) => {
      const template = templates.get(name);
      if (template === undefined) throw new AutoOpsError('DEFECT', `the run has lost its template ${name}`);
      return template;
    },
  };
}
