import { openKubernetesReader } from '@auto-ops/evidence';
import { kubernetesApi } from '@auto-ops/testing';
import { discoverCluster } from '../discover-cluster.ts';
import { finders } from '../finders/registry.ts';
import { readCluster } from '../read-cluster.ts';

type Objects = Parameters<typeof kubernetesApi>[0];

/** What the finders named say of a cluster that holds these objects. */
export async function discoverIn(objects: Objects, ...names: readonly string[]) {
  const chosen = finders.filter(({ name }) => names.includes(name));
  const api = await kubernetesApi(objects);
  api.intercept = ({ path }) => (path.startsWith('/version') ? { body: { gitVersion: 'v1.34.10' } } : undefined);
  const access = { kubeconfig: api.kubeconfig };
  const reader = await openKubernetesReader(access, new AbortController().signal);
  return discoverCluster(await readCluster(reader, chosen, access), chosen);
}
