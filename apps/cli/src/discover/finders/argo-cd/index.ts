import { z } from 'zod';
import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { cloneGap } from '../../recognise/clone-gap.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { shownAddress } from '../../recognise/shown-address.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';

const Source = z.looseObject({ repoURL: z.string().catch(''), chart: z.string().optional().catch(undefined) });
const Application = z.looseObject({
  spec: z
    .looseObject({ source: Source.optional().catch(undefined), sources: z.array(Source).catch([]) })
    .catch({ source: undefined, sources: [] }),
});

/** What deploys from git by Argo CD: its controller, and the repositories of its Applications. */
export const finder: Finder = {
  name: 'argo-cd',
  title: 'Argo CD',
  reads: [...workloadKinds, kinds.applications],
  find(cluster): Discovery {
    const controllers = findWorkloads(cluster, { words: /argocd-application-controller/ });
    const named = findWorkloads(cluster, { names: ['argocd-application-controller'] });
    const [controller] = [...controllers, ...named];
    const applications = cluster.list(kinds.applications);
    const sources = applications.flatMap((object) => {
      const { source, sources: several } = Application.parse(object).spec;
      return [...(source === undefined ? [] : [source]), ...several];
    });
    // A source with a chart is a registry of charts, not a repository to edit.
    const repositories = sources.filter(({ chart, repoURL }) => chart === undefined && repoURL !== '');
    const addresses = [...new Set(repositories.map(({ repoURL }) => shownAddress(repoURL)))].sort();
    if (controller === undefined) return { found: [] };
    const count = `${applications.length} application${applications.length === 1 ? '' : 's'}`;
    return {
      found: [foundWorkload(controller, 'Argo CD', 'used', `${count}; what it owns is not patched`)],
      missing: cloneGap('Argo CD', addresses),
    };
  },
};
