import { z } from 'zod';
import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { cloneGap } from '../../recognise/clone-gap.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { shownAddress } from '../../recognise/shown-address.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';

const GitRepository = z.looseObject({ spec: z.looseObject({ url: z.string().catch('') }).catch({ url: '' }) });

/** What deploys from git by Flux: its controllers, and the repositories they follow. */
export const finder: Finder = {
  name: 'flux',
  title: 'Flux',
  reads: [...workloadKinds, kinds.gitRepositories],
  find(cluster): Discovery {
    const controllers = findWorkloads(cluster, { image: /(^|\/)fluxcd\/(kustomize|helm|source)-controller$/ });
    if (controllers.length === 0) return { found: [] };
    const addresses = cluster
      .list(kinds.gitRepositories)
      .map((object) => shownAddress(GitRepository.parse(object).spec.url))
      .filter((address) => address !== '');
    return {
      found: controllers.map((controller) => foundWorkload(controller, 'Flux', 'used', 'what it owns is not patched')),
      missing: cloneGap('Flux', [...new Set(addresses)].sort()),
    };
  },
};
