import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTemplate } from './load-template.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../argo/templates/incident.yaml'), 'utf8');

function problemOf(change: (text: string) => string): { code: string; message: string } {
  const changed = change(text);
  expect(changed).not.toBe(text);
  try {
    loadTemplate(changed);
  } catch (error) {
    return error as { code: string; message: string };
  }
  return { code: 'none', message: '' };
}

it('loads the template of an incident', () => {
  const template = loadTemplate(text);

  expect(template.spec.entrypoint).toBe('incident');
  expect(template.spec.templates.map((one) => one.name)).toContain('target');
});

describe('a field outside the subset', () => {
  it.each([
    ['spec', '  entrypoint: incident\n', '  entrypoint: incident\n  parallelism: 3\n', 'spec.parallelism'],
    [
      'a task',
      '            template: route\n',
      '            template: route\n            hooks: {}\n',
      'spec.templates[incident].dag.tasks[route].hooks',
    ],
    [
      'a container',
      '        command: [node, /app/analyst.mjs]\n',
      '        command: [node, /app/analyst.mjs]\n        tty: true\n',
      'spec.templates[route].container.tty',
    ],
  ])('in %s is refused with its path', (_, before, after, path) => {
    const problem = problemOf((whole) => whole.replace(before, after));

    expect(problem).toMatchObject({ code: 'TEMPLATE_UNSUPPORTED', message: expect.stringContaining(path) });
  });
});

describe('a mistake', () => {
  it.each([
    ['an unknown template', 'template: propose\n', 'template: propos\n', 'there is no template propos'],
    ['an unknown task', 'depends: review-5\n', 'depends: review-6\n', 'there is no task review-6'],
    ['an unknown result', 'apply.Errored', 'apply.Broken', 'apply.Broken'],
    [
      'an output that nobody declares',
      'tasks.decide.outputs.parameters.next',
      'tasks.decide.outputs.parameters.nxt',
      'tasks.decide.outputs.parameters.nxt',
    ],
    [
      'an output of a later task',
      "\"'{{tasks.decide.outputs.parameters.next}}' == 'apply'\"",
      "\"'{{tasks.target.outputs.parameters.next}}' == 'apply'\"",
      'nothing is known here',
    ],
    ['an unquoted text', "== 'apply'\"", '== apply"', 'must be quoted'],
    [
      'a missing argument',
      '                - name: lock\n                  value: "{{tasks.propose.outputs.parameters.lock}}"\n',
      '',
      'target needs lock',
    ],
    [
      'a circle',
      '          - name: apply\n            template: apply\n',
      '          - name: apply\n            depends: verify\n            template: apply\n',
      'depends on itself',
    ],
    [
      'a nested circle',
      '          - name: verify\n            depends',
      '          - name: again\n            template: incident\n          - name: verify\n            depends',
      'contains itself',
    ],
    [
      'a program of another app',
      '/app/reviewer.mjs',
      '/app/actuator.mjs',
      'the image of reviewer holds no /app/actuator.mjs',
    ],
    [
      'a folder mounted elsewhere',
      'mountPath: /workspace/propose\n',
      'mountPath: /elsewhere\n',
      'must be mounted at /workspace/propose',
    ],
    ['a duration', 'duration: 1h', 'duration: 1 hour', 'is not a duration'],
    ['broken YAML', 'kind: WorkflowTemplate', 'kind: "WorkflowTemplate', 'line '],
    ['a missing default', '              default: unread\n', '', 'valueFrom.default'],
  ])('%s is refused', (_, before, after, message) => {
    const problem = problemOf((whole) => whole.replaceAll(before, after));

    expect(problem).toMatchObject({ code: 'TEMPLATE_INVALID', message: expect.stringContaining(message) });
  });
});
