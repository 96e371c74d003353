import { fixtureStep } from './fixture-step.ts';

/** The exit handler of every scenario. */
const report = {
  ...fixtureStep('report'),
  inputs: {
    parameters: [
      { name: 'of', value: 'one' },
      { name: 'do', value: 'write:verdict=made' },
    ],
  },
};

/** A WorkflowTemplate of one graph `incident`, the templates that it needs, and an exit handler. */
export function fixtureTemplate(
  tasks: readonly unknown[],
  templates: readonly unknown[] = [fixtureStep('step')],
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
