import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { servicesOf } from '../../recognise/services-of.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';

const stores = [
  { title: 'Prometheus', image: /(^|\/)prometheus$/, port: 9090 },
  { title: 'VictoriaMetrics', image: /(^|\/)(victoria-metrics|vmsingle|vmselect)$/, port: 8428 },
  { title: 'Thanos', image: /(^|\/)thanos$/, port: 9090 },
];

/** Where metrics are kept, and the operator that the overlay `monitoring` is for. */
export const finder: Finder = {
  name: 'prometheus',
  title: 'Prometheus',
  reads: [...workloadKinds, kinds.services, kinds.serviceMonitors],
  find(cluster): Discovery {
    const found = stores.flatMap(({ title, image, port }) =>
      findWorkloads(cluster, { image }).map((match) => {
        const service = servicesOf(cluster, match.workload).find(({ ports }) => ports.some((one) => one.port === port));
        const detail = service && `http://${service.name}.${service.namespace}.svc:${port}`;
        return foundWorkload(match, title, 'not used yet', detail);
      }),
    );
    const isOurs = (name: string, labels: unknown) =>
      name.startsWith('auto-ops') || (labels as Record<string, string>)?.['app.kubernetes.io/part-of'] === 'auto-ops';
    const monitors = cluster.list(kinds.serviceMonitors);
    const isWatched = monitors.some(({ metadata }) => isOurs(metadata.name, metadata.labels));
    const wantsOverlay =
      cluster.serves(kinds.serviceMonitors) && cluster.isComplete(kinds.serviceMonitors) && !isWatched;
    return {
      found,
      missing: wantsOverlay
        ? [
            {
              weight: 'advised',
              what: 'The Prometheus operator is here and does not watch auto-ops',
              next: 'Add the overlay with a ServiceMonitor and alerts.',
              snippet: 'kubectl apply -k k8s/overlays/monitoring\n',
            },
          ]
        : [],
    };
  },
};
