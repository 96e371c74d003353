import type { Resource } from '../cluster-api/resource.ts';
import type { Right } from '../right.ts';

/** The rights to list these resources, one entry a group. */
export function listRights(resources: readonly Resource[]): Right[] {
  const groups = Map.groupBy(resources, (resource) => resource.group);
  return [...groups].map(([group, members]) => ({
    group,
    resources: members.map(({ plural }) => plural),
    verbs: ['list'],
  }));
}
