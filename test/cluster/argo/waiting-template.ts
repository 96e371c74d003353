import type { KubernetesObject } from '../harness/kubernetes.ts';

/** A template that only waits, twice: what waking one of its runs may change can be tried without any pod. */
export const waitingTemplate: KubernetesObject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'WorkflowTemplate',
  metadata: { name: 'auto-ops-incident-wait', namespace: 'auto-ops' },
  spec: {
    entrypoint: 'incident',
    serviceAccountName: 'step',
    arguments: { parameters: [{ name: 'incident' }] },
    templates: [
      {
        name: 'incident',
        dag: {
          tasks: [
            { name: 'first', template: 'passing' },
            { name: 'approve', template: 'approve', depends: 'first' },
          ],
        },
      },
      { name: 'passing', suspend: { duration: '1s' } },
      {
        name: 'approve',
        suspend: { duration: '1h' },
        outputs: { parameters: [{ name: 'decision', valueFrom: { default: 'unread', supplied: {} } }] },
      },
    ],
  },
};

/** A Workflow of that template. */
export function waitingWorkflow(id: string): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { name: `incident-${id}`, namespace: 'auto-ops' },
    spec: {
      workflowTemplateRef: { name: 'auto-ops-incident-wait' },
      arguments: { parameters: [{ name: 'incident', value: id }] },
    },
  };
}
