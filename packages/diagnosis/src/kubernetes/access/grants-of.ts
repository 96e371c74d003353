import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import type { Fields } from '../fields/fields.ts';
import { listAt } from '../fields/list-at.ts';

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
      const roleKind = textField(binding.object, 'roleRef', 'kind') ?? '';
      const roleName = textField(binding.object, 'roleRef', 'name') ?? '';
      const place = roleKind === 'Role' ? binding.object.metadata.namespace : undefined;
      return { binding, roleKind, roleName, role: view.object(roleKind, place, roleName) };
    });
}

function isAccount(subject: Fields, { namespace, name }: { namespace: string; name: string }): boolean {
  const subjectName = textField(subject, 'name');
  if (subject.kind === 'ServiceAccount') return subjectName === name && textField(subject, 'namespace') === namespace;
  if (subject.kind === 'User') return subjectName === `system:serviceaccount:${namespace}:${name}`;
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
  return subject.kind === 'Group' && subjectName !== undefined && groups.includes(subjectName);
}
