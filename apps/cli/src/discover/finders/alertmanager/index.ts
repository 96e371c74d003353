import type { ClusterView } from '../../cluster-view.ts';
import type { Discovery, Gap } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads, type MarkedWorkload } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { gatewayService } from '../../recognise/gateway-service.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';
import { fileRoute } from './file-route.ts';
import { operatorRoute } from './operator-route.ts';

const hook = '/hooks/alertmanager';
const runningIn = (cluster: ClusterView) => findWorkloads(cluster, { image: /(^|\/)alertmanager$/ });

function routeGap(cluster: ClusterView, { workload }: MarkedWorkload): Gap | undefined {
  const { namespace, name, configMaps } = workload;
  const service = gatewayService(cluster);
  const url = `http://${service.name}.${service.namespace}.svc${hook}`;
  const written = configMaps.map((configMap) => cluster.configMap({ namespace, name: configMap }));
  const configs = cluster.list(kinds.alertmanagerConfigs);
  if ([...written, ...configs].some((object) => JSON.stringify(object ?? '').includes(hook))) return undefined;
  const resource = cluster
    .list(kinds.alertmanagers)
    .find((object) => object.metadata.namespace === namespace && name === `alertmanager-${object.metadata.name}`);
  const isSeen = configMaps.length > 0 && written.every((object) => object !== undefined);
  return {
    weight: isSeen ? 'needed' : 'advised',
    what: isSeen
      ? `Alertmanager ${namespace}/${name} has no route to the gateway`
      : `Whether Alertmanager ${namespace}/${name} has a route to the gateway cannot be seen: its settings are in a Secret, which is not read`,
    next:
      resource === undefined
        ? 'Add the receiver and the route to its settings, and give it the hook token as a file.'
        : 'Give it the hook token as a Secret, then the route as an AlertmanagerConfig, which the operator merges.',
    snippet:
      resource === undefined ? fileRoute(url) : operatorRoute({ url, namespace, gateway: service.namespace, resource }),
  };
}

/** Who sends the alerts, and whether they reach the gateway. */
export const finder: Finder = {
  name: 'alertmanager',
  title: 'Alertmanager',
  reads: [...workloadKinds, kinds.services, kinds.alertmanagers, kinds.alertmanagerConfigs],
  follows: (cluster) =>
    runningIn(cluster).flatMap(({ workload }) =>
      workload.configMaps.map((name) => ({ namespace: workload.namespace, name })),
    ),
  find(cluster): Discovery {
    const running = runningIn(cluster);
    const found = running.map((match) => foundWorkload(match, 'Alertmanager', 'used', 'its alerts open incidents'));
    if (running.length > 0) {
      return { found, missing: running.map((match) => routeGap(cluster, match)).filter((gap) => gap !== undefined) };
    }
    if (!cluster.isComplete(...workloadKinds)) return { found };
    const { namespace, name } = gatewayService(cluster);
    return {
      found,
      missing: [
        {
          weight: 'advised',
          what: 'No Alertmanager on this cluster: nothing opens incidents by itself',
          next: `Let an Alertmanager elsewhere send to the gateway (Service ${namespace}/${name}, ${hook}), or report by POST /api/v1/issues.`,
          snippet: fileRoute(`http://${name}.${namespace}.svc${hook}`),
        },
      ],
    };
  },
};
