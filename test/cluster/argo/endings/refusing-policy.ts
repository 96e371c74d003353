import type { KubernetesObject } from '../../harness/kubernetes.ts';

/** An admission policy of somebody who lets nobody but the release pipeline change the Deployments of a namespace. */
export function refusingPolicy(namespace: string): readonly KubernetesObject[] {
  const name = `release-pipeline-only-${namespace}`;
  const apiVersion = 'admissionregistration.k8s.io/v1';
  return [
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['deployments'] },
          ],
        },
        matchConditions: [
          {
            name: 'a-person-or-a-tool',
            expression: '!request.userInfo.username.startsWith("system:serviceaccount:kube-system:")',
          },
        ],
        validations: [
          { expression: 'object.spec == oldObject.spec', message: 'only the release pipeline changes this' },
        ],
      },
    },
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name },
      spec: {
        policyName: name,
        validationActions: ['Deny'],
        matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
      },
    },
  ];
}
