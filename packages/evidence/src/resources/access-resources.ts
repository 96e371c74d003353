import type { Resource } from '../cluster-api/resource.ts';

const access = (kind: string, plural: string, isNamespaced: boolean): Resource => ({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  plural,
  kind,
  isNamespaced,
});

/** Who may do what. */
export const accessResources = {
  roles: access('Role', 'roles', true),
  roleBindings: access('RoleBinding', 'rolebindings', true),
  clusterRoles: access('ClusterRole', 'clusterroles', false),
  clusterRoleBindings: access('ClusterRoleBinding', 'clusterrolebindings', false),
} as const;
