import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { servicesOf } from '../../recognise/services-of.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';

const stores = [
  { title: 'Loki', image: /(^|\/)(loki|enterprise-logs)$/ },
  { title: 'Elasticsearch', image: /(^|\/)elasticsearch$/ },
  { title: 'OpenSearch', image: /(^|\/)opensearch$/ },
  { title: 'VictoriaLogs', image: /(^|\/)victoria-logs$/ },
];

/** Where logs are kept after their pods are gone. */
export const finder: Finder = {
  name: 'loki',
  title: 'Logs',
  reads: [...workloadKinds, kinds.services],
  find(cluster): Discovery {
    return {
      found: stores.flatMap(({ title, image }) =>
        findWorkloads(cluster, { image }).map((match) => {
          const [service] = servicesOf(cluster, match.workload);
          const port = service?.ports[0]?.port;
          const detail = service && port && `http://${service.name}.${service.namespace}.svc:${port}`;
          return foundWorkload(match, title, 'not used yet', detail || undefined);
        }),
      ),
    };
  },
};
