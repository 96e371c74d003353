import { namesOf } from '../../expression/names-of.ts';
import { parseExpression } from '../../expression/parse-expression.ts';
import { dependenciesOf } from '../dependencies-of.ts';
import type { Task } from '../task.ts';
import type { Template } from '../template.ts';
import { checkReferences } from './check-references.ts';
import { refuse } from './refuse.ts';

/** Checks a graph: its tasks, their order, their conditions and what they hand on. */
export function checkGraph(
  template: Template,
  templates: ReadonlyMap<string, Template>,
  parameters: ReadonlySet<string>,
  path: string,
): void {
  const tasks = new Map((template.dag?.tasks ?? []).map((task) => [task.name, task]));
  if (tasks.size !== template.dag?.tasks.length) refuse(`${path}.dag.tasks`, 'two tasks have one name');
  const inherited = [
    'workflow.name',
    ...[...parameters].map((name) => `workflow.parameters.${name}`),
    ...(template.inputs?.parameters ?? []).map((input) => `inputs.parameters.${input.name}`),
  ];
  for (const task of tasks.values()) {
    const place = `${path}.dag.tasks[${task.name}]`;
    const called = templates.get(task.template);
    if (called === undefined) refuse(place, `there is no template ${task.template}`);
    checkArguments(task, called, place);
    const known = new Set([...inherited, ...outputsBefore(task, tasks, templates, place)]);
    checkReferences(task.withParam ?? '', `${place}.withParam`, known);
    if (task.withParam !== undefined) known.add('item');
    for (const argument of task.arguments?.parameters ?? [])
      checkReferences(argument.value, `${place}.arguments`, known);
    checkReferences(task.when ?? '', `${place}.when`, known);
    if (task.when !== undefined) checkWhen(task.when, `${place}.when`);
  }
}

function checkArguments(task: Task, called: Template, place: string): void {
  const given = new Set((task.arguments?.parameters ?? []).map((argument) => argument.name));
  const inputs = called.inputs?.parameters ?? [];
  const missing = inputs.find((input) => input.value === undefined && !given.has(input.name));
  if (missing !== undefined) refuse(`${place}.arguments`, `${called.name} needs ${missing.name}`);
  const extra = [...given].find((name) => inputs.every((input) => input.name !== name));
  if (extra !== undefined) refuse(`${place}.arguments`, `${called.name} has no input ${extra}`);
}

/** A task may read only what must have been decided before it starts, which is what Argo allows as well. */
function outputsBefore(
  task: Task,
  tasks: ReadonlyMap<string, Task>,
  templates: ReadonlyMap<string, Template>,
  place: string,
): string[] {
  const before = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) refuse(place, `it depends on itself: ${[...above, name].join(' > ')}`);
    const current = tasks.get(name);
    if (current === undefined) refuse(`${place}.depends`, `there is no task ${name}`);
    if (above.length > 0) before.add(name);
    for (const dependency of dependenciesOf(current)) {
      if (!before.has(dependency)) visit(dependency, [...above, name]);
    }
  };
  visit(task.name, []);
  return [...before].flatMap((name) => {
    const earlier = tasks.get(name);
    // The outputs of a fan-out are a list of lists; nothing here needs them.
    if (earlier === undefined || earlier.withParam !== undefined) return [];
    const outputs = templates.get(earlier.template)?.outputs?.parameters ?? [];
    return outputs.map((output) => `tasks.${name}.outputs.parameters.${output.name}`);
  });
}

function checkWhen(when: string, place: string): void {
  const bare = namesOf(parseExpression(when)).find((name) => name !== 'true' && name !== 'false');
  if (bare !== undefined) refuse(place, `\`${bare}\` must be quoted`);
}
