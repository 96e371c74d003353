import type { ObjectItem } from '../../view.ts';
import type { Fields } from '../fields/fields.ts';
import { listAt } from '../fields/list-at.ts';
import { textsAt } from '../fields/texts-at.ts';

/** One request to the API server that was or would be decided. */
export interface AccessRequest {
  readonly namespace?: string | undefined;
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly name?: string | undefined;
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
