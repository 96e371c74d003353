import type { Coverage } from '@auto-ops/contracts';
import type { Listing } from '../../cluster-api/kubernetes-reader.ts';
import { listingCoverage } from '../../objects/listing-coverage.ts';
import { objectEvidence } from '../../objects/object-evidence.ts';
import { accessResources } from '../../resources/access-resources.ts';
import { listRights } from '../../resources/list-rights.ts';
import { planScope } from '../../scope/plan-scope.ts';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';
import { concerningBindings } from './concerning-bindings.ts';
import { listByPlace } from './list-by-place.ts';
import { referencedRoles } from './referenced-roles.ts';

/** Roles and bindings that give the ServiceAccounts of the scope what they may do, so that "forbidden" can be proved or excluded. */
export const specialist: Specialist = {
  name: 'access',
  zone: 'cluster',
  isRoutine: true,
  kinds: Object.values(accessResources).map(({ kind }) => kind),
  rights: listRights(Object.values(accessResources)),
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const reader = await request.openCluster();
  const scope = await planScope(reader, request);
  const { roles, roleBindings, clusterRoles, clusterRoleBindings } = accessResources;
  const [allRoles, allRoleBindings, allClusterRoles, allClusterRoleBindings] = await Promise.all([
    listByPlace(reader, roles, scope),
    listByPlace(reader, roleBindings, scope),
    reader.list(clusterRoles),
    reader.list(clusterRoleBindings),
  ]);
  const isWanted = (namespace: string | undefined) =>
    scope.isWholeCluster || (namespace !== undefined && scope.namespaces.includes(namespace));
  const bindings = [
    ...allRoleBindings.items.filter((binding) => isWanted(binding.metadata.namespace)),
    // A ServiceAccount of the scope may be bound in another namespace, and everywhere.
    ...concerningBindings(
      [
        ...allRoleBindings.items.filter((binding) => !isWanted(binding.metadata.namespace)),
        ...allClusterRoleBindings.items,
      ],
      isWanted,
    ),
  ];
  const referenced = referencedRoles(bindings);
  const objects = [
    ...bindings,
    ...allRoles.items.filter(
      (role) =>
        isWanted(role.metadata.namespace) || referenced.has(`Role/${role.metadata.namespace}/${role.metadata.name}`),
    ),
    ...allClusterRoles.items.filter((role) => referenced.has(`ClusterRole/${role.metadata.name}`)),
  ];
  const options = { ...request, cluster: request.incident.cluster, source: 'kubernetes list' };
  return {
    evidence: objects.map((object) => objectEvidence(object, options)),
    coverage: [
      ...allRoles.places.map(({ namespace, listing }) => listingCoverage('Role', namespace, listing)),
      ...allRoleBindings.places.map(({ namespace, listing }) => listingCoverage('RoleBinding', namespace, listing)),
      concerningOnly('ClusterRole', allClusterRoles),
      concerningOnly('ClusterRoleBinding', allClusterRoleBindings),
    ],
  };
}

/** All were read and those that concern the scope kept: complete for every question about the scope's ServiceAccounts. */
function concerningOnly(kind: string, listing: Listing): Coverage {
  return { ...listingCoverage(kind, undefined, listing), note: 'those that concern the ServiceAccounts of the scope' };
}
