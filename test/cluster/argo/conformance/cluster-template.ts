import type { KubernetesObject } from '../../harness/kubernetes.ts';

interface Step {
  container?: { volumeMounts: object[]; [field: string]: unknown };
  [field: string]: unknown;
}

/** The template of a scenario as a cluster can run it: accounts, an image that is there, and the fixture program from a ConfigMap. */
export function clusterTemplate(template: unknown, name: string, namespace: string): KubernetesObject {
  const { spec, ...rest } = structuredClone(template) as { spec: { templates: Step[]; [field: string]: unknown } };
  const templates = spec.templates.map(({ container, ...step }) =>
    container === undefined
      ? step
      : {
          ...step,
          container: {
            ...container,
            image: 'auto-ops.local/node:24.21.0',
            imagePullPolicy: 'IfNotPresent',
            volumeMounts: [...container.volumeMounts, { name: 'fixture', mountPath: '/app', readOnly: true }],
          },
        },
  );
  return {
    ...(rest as { apiVersion: string; kind: string }),
    metadata: { name, namespace },
    spec: {
      ...spec,
      serviceAccountName: 'step',
      automountServiceAccountToken: false,
      executor: { serviceAccountName: 'executor' },
      securityContext: { runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, fsGroup: 65532 },
      podGC: { strategy: 'OnPodSuccess' },
      volumeClaimGC: { strategy: 'OnWorkflowCompletion' },
      volumes: [{ name: 'fixture', configMap: { name: 'fixture' } }],
      templates,
    },
  };
}
