import { millisecondsOf } from '../duration.ts';
import type { Template } from '../template.ts';
import type { WorkflowTemplate } from '../workflow-template.ts';
import { checkContainer } from './check-container.ts';
import { checkGraph } from './check-graph.ts';
import { checkReferences } from './check-references.ts';
import { refuse } from './refuse.ts';

/** Checks what a schema cannot: names that lead somewhere, kinds that fit, references that resolve. Throws TEMPLATE_INVALID with the path. */
export function checkTemplate({ spec }: WorkflowTemplate): void {
  const templates = new Map(spec.templates.map((template) => [template.name, template]));
  if (templates.size !== spec.templates.length) refuse('spec.templates', 'two templates have one name');
  if (!templates.has(spec.entrypoint)) refuse('spec.entrypoint', `there is no template ${spec.entrypoint}`);
  const exit = spec.onExit === undefined ? undefined : templates.get(spec.onExit);
  if (spec.onExit !== undefined && exit?.container === undefined) {
    refuse('spec.onExit', `${spec.onExit} is no container template`);
  }
  if ((exit?.inputs?.parameters ?? []).some((input) => input.value === undefined)) {
    refuse('spec.onExit', `${spec.onExit} has an input without a value`);
  }
  const parameters = new Set((spec.arguments?.parameters ?? []).map((parameter) => parameter.name));
  for (const template of spec.templates) {
    const path = `spec.templates[${template.name}]`;
    checkKind(template, path);
    if (template.container !== undefined) checkContainer(template, spec, parameters, path);
    if (template.suspend?.duration !== undefined) millisecondsOf(template.suspend.duration);
    if (template.dag !== undefined) checkGraph(template, templates, parameters, path);
  }
  checkNesting(templates);
}

function checkKind(template: Template, path: string): void {
  const kinds = [template.container, template.dag, template.suspend].filter((kind) => kind !== undefined);
  if (kinds.length !== 1) refuse(path, 'it must be one of container, dag and suspend');
  if (template.synchronization !== undefined && template.dag === undefined) {
    refuse(`${path}.synchronization`, 'only a graph can hold a mutex');
  }
  const leafOnly = (['retryStrategy', 'activeDeadlineSeconds'] as const).find((field) => template[field] !== undefined);
  if (leafOnly !== undefined && template.container === undefined) {
    refuse(`${path}.${leafOnly}`, 'only a container can have it');
  }
  for (const output of template.outputs?.parameters ?? []) {
    const wanted = template.suspend === undefined ? 'path' : 'supplied';
    if (output.valueFrom[wanted] === undefined)
      refuse(`${path}.outputs.parameters[${output.name}]`, `it needs ${wanted}`);
  }
  if (template.dag !== undefined && template.outputs !== undefined)
    refuse(`${path}.outputs`, 'a graph hands nothing on');
  for (const mutex of template.synchronization?.mutexes ?? []) {
    checkReferences(mutex.name, `${path}.synchronization`, inputsOf(template));
  }
}

function inputsOf(template: Template): Set<string> {
  return new Set((template.inputs?.parameters ?? []).map((input) => `inputs.parameters.${input.name}`));
}

function checkNesting(templates: ReadonlyMap<string, Template>): void {
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) refuse(`spec.templates[${name}]`, `it contains itself: ${[...above, name].join(' > ')}`);
    for (const task of templates.get(name)?.dag?.tasks ?? []) visit(task.template, [...above, name]);
  };
  for (const name of templates.keys()) visit(name, []);
}
