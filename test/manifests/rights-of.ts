import type { Manifest } from './manifest.ts';

/** A right of a ServiceAccount: where (`*` is everywhere), on what, and what. */
export interface Right {
  readonly account: string;
  readonly namespace: string;
  /** `group/resource`; the core group is empty. */
  readonly resource: string;
  readonly verb: string;
}

type PolicyRule = { apiGroups?: string[]; resources?: string[]; verbs: string[] };
type Subject = { kind: string; name: string; namespace: string };

/** Every right that the roles and bindings of the manifests give, account by account; an account without one is not in it. */
export function rightsOf(manifests: readonly Manifest[]): Right[] {
  const rules = new Map<string, PolicyRule[]>(
    manifests
      .filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole')
      .map(({ kind, metadata, rules: own }) => [`${kind}/${metadata.namespace ?? ''}/${metadata.name}`, own]),
  );
  return manifests
    .filter(({ kind }) => kind === 'RoleBinding' || kind === 'ClusterRoleBinding')
    .flatMap(({ kind, metadata, roleRef, subjects }) => {
      const place = roleRef.kind === 'Role' ? metadata.namespace : '';
      const granted = rules.get(`${roleRef.kind}/${place}/${roleRef.name}`) ?? [];
      return (subjects as Subject[]).flatMap((subject) =>
        granted.flatMap(({ apiGroups = [], resources = [], verbs }) =>
          apiGroups.flatMap((group) =>
            resources.flatMap((resource) =>
              verbs.map((verb) => ({
                account: `${subject.namespace}/${subject.name}`,
                namespace: kind === 'ClusterRoleBinding' ? '*' : metadata.namespace,
                resource: `${group}/${resource}`,
                verb,
              })),
            ),
          ),
        ),
      );
    });
}
