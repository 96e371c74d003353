import { baseFolders } from '../../manifests/base-folders.ts';
import { readManifests } from '../../manifests/read-manifests.ts';
import { rightsOf } from '../../manifests/rights-of.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';

interface Review {
  status: { resourceRules: { verbs: string[]; apiGroups: string[]; resources?: string[]; resourceNames?: string[] }[] };
}

// What every authenticated caller may do on any cluster: ask about itself.
const everybody = /^create (authentication|authorization)[.]k8s[.]io\/selfsubject(reviews|accessreviews|rulesreviews)$/;

/** For each account, in three namespaces: what the API server says it may do is what the manifests give it. */
export async function checkRights(checks: Checks, cluster: Cluster): Promise<void> {
  const manifests = readManifests(...baseFolders, 'k8s/overlays/github');
  const rights = rightsOf(manifests);
  for (const { metadata } of manifests.filter(({ kind }) => kind === 'ServiceAccount')) {
    const account = `${metadata.namespace}/${metadata.name}`;
    await checks.check(`${account} may do what its table says`, async () => {
      const client = await cluster.as(metadata.namespace, metadata.name);
      let count = 0;
      try {
        for (const namespace of ['auto-ops', 'argo-events', 'default']) {
          const body = {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectRulesReview',
            spec: { namespace },
          };
          const answer = await client.send('POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', body);
          const found = (JSON.parse(answer) as Review).status.resourceRules
            .flatMap(({ verbs, apiGroups, resources = [], resourceNames }) =>
              verbs.flatMap((verb) =>
                apiGroups.flatMap((group) =>
                  resources.map(
                    (resource) => `${verb} ${group}/${resource}${resourceNames ? ` ${resourceNames}` : ''}`,
                  ),
                ),
              ),
            )
            .filter((right) => !everybody.test(right));
          const wanted = rights
            .filter((right) => right.account === account && ['*', namespace].includes(right.namespace))
            .map(({ verb, resource }) => `${verb} ${resource}`);
          const more = found.filter((right) => !wanted.includes(right));
          const less = wanted.filter((right) => !found.includes(right));
          if (more.length + less.length > 0) {
            throw new Error(
              `in ${namespace}: ${[...more.map((one) => `+${one}`), ...less.map((one) => `-${one}`)].join(', ')}`,
            );
          }
          if (namespace === 'auto-ops') count = found.length;
        }
      } finally {
        client.close();
      }
      return `${count} rights in auto-ops`;
    });
  }
}
