import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `kubernetes`. */
export const kubernetesErrors = {
  KUBERNETES_UNREACHABLE: {
    exit: 75,
    http: 503,
    title: 'The cluster cannot be reached',
    hint: 'Check the address in the kubeconfig, the network and that the API server is up.',
  },
  KUBERNETES_UNAUTHORIZED: {
    exit: 4,
    http: 401,
    title: 'The cluster refuses the credentials',
    hint: 'Renew the token or certificate of the kubeconfig.',
  },
  KUBERNETES_FORBIDDEN: {
    exit: 4,
    http: 403,
    title: 'The cluster forbids it',
    hint: 'Grant the named right; k8s/base holds the roles auto-ops needs.',
  },
  KUBERNETES_FAILED: {
    exit: 75,
    http: 502,
    title: 'The cluster answered with an error',
    hint: 'See the message; the step can be started again.',
  },
  ACTION_REFUSED: {
    exit: 3,
    http: 422,
    title: 'The API server refuses the change',
    hint: 'See its words in the message; a quota, an admission rule or an immutable field is in the way.',
  },
  KUBECONFIG_INVALID: {
    exit: 4,
    http: 500,
    title: 'The kubeconfig cannot be used',
    hint: 'Set AUTO_OPS_KUBECONFIG to a readable kubeconfig and choose an existing context.',
  },
  NAMESPACE_UNKNOWN: {
    exit: 3,
    http: 404,
    title: 'The namespace does not exist',
    hint: 'Name an existing namespace; `kubectl get namespaces` lists them.',
  },
} as const satisfies Record<string, ErrorDefinition>;
