/** A step that does what its argument `do` says; see `__fixtures__/fixture.mjs`. */
export function step(name: string, rest: Record<string, unknown> = {}) {
  const folder = `${name}/{{inputs.parameters.of}}`;
  return {
    name,
    inputs: {
      parameters: [
        { name: 'of', value: 'one' },
        { name: 'do', value: 'exit:0' },
      ],
    },
    outputs: {
      parameters: ['verdict', 'next', 'list'].map((output) => ({
        name: output,
        valueFrom: { path: `/workspace/${folder}/outputs/${output}`, default: output === 'list' ? '[]' : 'none' },
      })),
    },
    container: {
      image: 'auto-ops/fixture:0.1.0',
      command: ['node', '/app/fixture.mjs'],
      args: ['--workspace', '/workspace', '--folder', folder, '--do', '{{inputs.parameters.do}}'],
      volumeMounts: [
        { name: 'workspace', mountPath: '/workspace', readOnly: true },
        { name: 'workspace', mountPath: `/workspace/${folder}`, subPath: folder },
      ],
    },
    ...rest,
  };
}

/** The exit handler of every scenario. */
const report = {
  ...step('report'),
  inputs: {
    parameters: [
      { name: 'of', value: 'one' },
      { name: 'do', value: 'write:verdict=made' },
    ],
  },
};

/** A task that runs a step and tells it what to do. */
export function task(name: string, what: string, rest: Record<string, unknown> = {}) {
  const parameters = [
    { name: 'of', value: name },
    { name: 'do', value: what },
  ];
  return { name, template: 'step', arguments: { parameters }, ...rest };
}

/** A WorkflowTemplate of one graph `incident`, the templates that it needs, and an exit handler. */
export function fixtureTemplate(
  tasks: readonly unknown[],
  templates: readonly unknown[] = [step('step')],
  spec: Record<string, unknown> = {},
): unknown {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'WorkflowTemplate',
    metadata: { name: 'auto-ops-fixture' },
    spec: {
      entrypoint: 'incident',
      onExit: 'report',
      arguments: { parameters: [{ name: 'incident' }] },
      volumeClaimTemplates: [
        {
          metadata: { name: 'workspace' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '16Mi' } } },
        },
      ],
      templates: [{ name: 'incident', dag: { tasks } }, ...templates, report],
      ...spec,
    },
  };
}
