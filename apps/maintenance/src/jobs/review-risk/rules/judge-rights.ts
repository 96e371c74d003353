import { readPath } from '@auto-ops/policy';
import { about } from './about.ts';
import type { ObjectRule } from './rule.ts';

const group = 'rbac.authorization.k8s.io/';
const mostRights = 5000;

/** One right: verb, group and resource or address, and the one name it is for (`*` for all). */
type Right = readonly [verb: string, place: string, resource: string, name: string];

/** Rights that somebody gets who did not have them. */
export const judgeRights: ObjectRule = ({ before, after }) => {
  if (after === undefined || !after.object.apiVersion.startsWith(group)) return [];
  if (/Binding$/.test(after.object.kind)) {
    const [was, is] = [before, after].map((declared) => declared?.object);
    const roleChanged = JSON.stringify(was?.roleRef) !== JSON.stringify(is?.roleRef);
    const known = new Set(itemsOf(was?.subjects).map((subject) => JSON.stringify(subject)));
    const added = itemsOf(is?.subjects).filter((subject) => !known.has(JSON.stringify(subject)));
    if (!roleChanged && added.length === 0) return [];
    const who = (roleChanged ? itemsOf(is?.subjects) : added).map((subject) => String(readPath(subject, 'name')));
    return [
      about(
        after,
        'rights-granted',
        'R4',
        `${who.join(', ')} get ${String(readPath(is, 'roleRef', 'name'))}`,
        'subjects',
      ),
    ];
  }
  const old = rightsOf(before?.object.rules);
  const fresh = rightsOf(after.object.rules).filter((right) => !old.some((known) => covers(known, right)));
  const aggregates = after.object.aggregationRule !== undefined && before?.object.aggregationRule === undefined;
  if (fresh.length === 0 && !aggregates) return [];
  const some = fresh.slice(0, 5).map(([verb, place, resource, name]) => {
    const what = [place, resource].filter((part) => part !== '').join('/');
    return `${verb} ${what}${name === '*' ? '' : ` ${name}`}`;
  });
  const text = aggregates
    ? 'rights of other roles are added'
    : `${some.join(', ')}${fresh.length > 5 ? ` and ${fresh.length - 5} more` : ''}`;
  return [about(after, 'rights-widened', 'R4', text, 'rules')];
};

function rightsOf(rules: unknown): Right[] {
  const rights: Right[] = [];
  for (const rule of itemsOf(rules)) {
    const verbs = wordsOf(rule, 'verbs');
    const names = wordsOf(rule, 'resourceNames');
    for (const verb of verbs) {
      for (const address of wordsOf(rule, 'nonResourceURLs')) rights.push([verb, '', address, '*']);
      for (const place of wordsOf(rule, 'apiGroups')) {
        for (const resource of wordsOf(rule, 'resources')) {
          for (const name of names.length === 0 ? ['*'] : names) rights.push([verb, place, resource, name]);
          if (rights.length > mostRights) return rights;
        }
      }
    }
  }
  return rights;
}

function covers(known: Right, right: Right): boolean {
  return known.every((part, index) => part === '*' || part === right[index]);
}

function wordsOf(rule: unknown, field: string): string[] {
  return itemsOf(readPath(rule, field)).map(String);
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
