import type { ObjectItem, View } from '../view.ts';
import { type Fields, listAt, textAt, textsAt } from './fields.ts';

/** One request to the API server that was or would be decided. */
export interface AccessRequest {
  readonly namespace?: string | undefined;
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly name?: string | undefined;
}

/** A binding of a ServiceAccount with the rules it gives; `rules` is undefined where the role was not read. */
export interface Grant {
  readonly binding: ObjectItem;
  readonly roleKind: string;
  readonly roleName: string;
  readonly role?: ObjectItem | undefined;
}

/** The bindings that name the ServiceAccount, or a group it is in, and count in the namespace. */
export function grantsOf(
  view: View,
  account: { namespace: string; name: string },
  namespace: string | undefined,
): readonly Grant[] {
  const bindings = [
    ...view.objects('ClusterRoleBinding'),
    ...view.objects('RoleBinding').filter(({ object }) => object.metadata.namespace === namespace),
  ];
  return bindings
    .filter(({ object }) => listAt(object, 'subjects').some((subject) => isAccount(subject, account)))
    .map((binding) => {
      const roleKind = textAt(binding.object, 'roleRef', 'kind') ?? '';
      const roleName = textAt(binding.object, 'roleRef', 'name') ?? '';
      const place = roleKind === 'Role' ? binding.object.metadata.namespace : undefined;
      return { binding, roleKind, roleName, role: view.object(roleKind, place, roleName) };
    });
}

/** Whether the rules of a role allow the request. */
export function allows(role: ObjectItem, request: AccessRequest): boolean {
  return listAt(role.object, 'rules').some((rule) => allowsRule(rule, request));
}

function allowsRule(rule: Fields, { verb, group, resource, name }: AccessRequest): boolean {
  const has = (field: string, value: string) => {
    const values = textsAt(rule, field);
    return values.includes('*') || values.includes(value);
  };
  const names = textsAt(rule, 'resourceNames');
  const [, part] = resource.split('/');
  const isResource =
    has('resources', resource) || (part !== undefined && textsAt(rule, 'resources').includes(`*/${part}`));
  return (
    has('verbs', verb) &&
    has('apiGroups', group) &&
    isResource &&
    (names.length === 0 || (name !== undefined && names.includes(name)))
  );
}

function isAccount(subject: Fields, { namespace, name }: { namespace: string; name: string }): boolean {
  const subjectName = textAt(subject, 'name');
  if (subject.kind === 'ServiceAccount') return subjectName === name && textAt(subject, 'namespace') === namespace;
  if (subject.kind === 'User') return subjectName === `system:serviceaccount:${namespace}:${name}`;
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
  return subject.kind === 'Group' && subjectName !== undefined && groups.includes(subjectName);
}
