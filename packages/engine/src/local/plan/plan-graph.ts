import { AutoOpsError } from '@auto-ops/contracts';
import { evaluateExpression } from '../../expression/evaluate-expression.ts';
import { parseExpression } from '../../expression/parse-expression.ts';
import { dependenciesOf } from '../../template/dependencies-of.ts';
import { replaceReferences } from '../../template/replace-references.ts';
import type { Task } from '../../template/task.ts';
import { isFulfilled } from '../is-fulfilled.ts';
import type { NodeState } from '../node-state.ts';
import { createGroup } from './create-group.ts';
import { createIdleNode } from './create-idle-node.ts';
import { createNode } from './create-node.ts';
import { dependsHolds } from './depends-holds.ts';
import { finishNode } from './finish-node.ts';
import type { NodeSeed } from './node-seed.ts';
import { phaseOfGraph } from './phase-of-graph.ts';
import type { Plan } from './plan.ts';
import { referencesOfGraph } from './resolve-reference.ts';

/**
 * Plans one running graph: creates the nodes of the tasks whose time has come and ends the graph when all have ended.
 * A graph that is being stopped creates no node any more.
 */
export function planGraph(plan: Plan, graph: NodeState, stopping: string | undefined): void {
  const tasks = plan.template(graph.template).dag?.tasks ?? [];
  for (const task of tasks) {
    const node = plan.node(`${graph.id}.${task.name}`);
    if (node === undefined && stopping === undefined) beginTask(plan, graph, task);
    if (node?.kind === 'TaskGroup' && node.phase === 'Running') endGroup(plan, node);
  }
  const nodes = tasks.map((task) => plan.node(`${graph.id}.${task.name}`));
  if (nodes.some((node) => node !== undefined && !isFulfilled(node.phase))) return;
  if (nodes.includes(undefined)) {
    if (stopping !== undefined) finishNode(plan, graph, 'Failed', { message: stopping });
    return;
  }
  const { phase, message } = phaseOfGraph(plan, graph, tasks);
  finishNode(plan, graph, phase, message === undefined ? {} : { message });
}

function beginTask(plan: Plan, graph: NodeState, task: Task): void {
  const dependencies = dependenciesOf(task).map((name) => plan.node(`${graph.id}.${name}`));
  if (dependencies.some((node) => node === undefined || !isFulfilled(node.phase))) return;
  const seed: NodeSeed = {
    id: `${graph.id}.${task.name}`,
    displayName: task.name,
    template: plan.template(task.template),
    parent: graph.id,
  };
  if (task.depends !== undefined && !dependsHolds(plan, graph, task.depends)) {
    createIdleNode(plan, seed, 'Omitted', 'depends condition not met');
    return;
  }
  if (task.withParam === undefined) beginItem(plan, graph, task, seed);
  else beginItems(plan, graph, task, seed, task.withParam);
}

function beginItems(plan: Plan, graph: NodeState, task: Task, seed: NodeSeed, list: string): void {
  const items = itemsOf(replaceReferences(list, referencesOfGraph(plan, graph)));
  if (items === undefined || items.length === 0) {
    const [phase, message] =
      items === undefined
        ? (['Error', 'withParam is no JSON list of texts'] as const)
        : (['Skipped', 'empty list'] as const);
    createIdleNode(plan, seed, phase, message);
    return;
  }
  createGroup(plan, seed);
  items.forEach((item, index) => {
    const suffix = `(${index}:${item})`;
    const one = { ...seed, id: seed.id + suffix, displayName: seed.displayName + suffix, parent: seed.id };
    beginItem(plan, graph, task, one, item);
  });
}

function beginItem(plan: Plan, graph: NodeState, task: Task, seed: NodeSeed, item?: string): void {
  const resolve = referencesOfGraph(plan, graph, item);
  if (task.when !== undefined && !whenHolds(task.when, resolve)) {
    createIdleNode(plan, seed, 'Skipped', `when ${replaceReferences(task.when, resolve)} evaluated false`);
    return;
  }
  const given = task.arguments?.parameters ?? [];
  const inputs = Object.fromEntries(given.map(({ name, value }) => [name, replaceReferences(value, resolve)]));
  createNode(plan, { ...seed, inputs });
}

/** The values go into the parsed condition, so that a value can never change its structure. */
function whenHolds(when: string, resolve: (reference: string) => string): boolean {
  return evaluateExpression(parseExpression(when), {
    name: (name) => name === 'true',
    text: (text) => replaceReferences(text, resolve),
  });
}

function itemsOf(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw new AutoOpsError('DEFECT', 'a list could not be read', { cause: error });
  }
}

function endGroup(plan: Plan, group: NodeState): void {
  const items = [...plan.run.nodes.values(), ...plan.changes.values()]
    .filter((node) => node.parent === group.id)
    .map((node) => plan.node(node.id) ?? node);
  if (items.some((node) => !isFulfilled(node.phase))) return;
  const failed = items.find((node) => node.phase === 'Failed' || node.phase === 'Error');
  finishNode(plan, group, failed === undefined ? 'Succeeded' : failed.phase === 'Error' ? 'Error' : 'Failed');
}
