import { z } from 'zod';
import type { ClusterView } from '../../cluster-view.ts';
import type { Discovery, Found, Gap } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { isOlder } from '../../recognise/is-older.ts';
import { optionOf } from '../../recognise/option-of.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';

const oldest = 'v1.9.11';
const baseNamespace = 'argo-events';
const busName = 'default';
const bus = `apiVersion: argoproj.io/v1alpha1
kind: EventBus
metadata:
  name: ${busName}
  namespace: ${baseNamespace}
spec:
  jetstream:
    version: latest
    replicas: 3
`;
const Spec = z.looseObject({ spec: z.record(z.string(), z.unknown()).catch({}) }).catch({ spec: {} });

/** Where the events of auto-ops are, or where the base puts them. */
function eventsNamespace(cluster: ClusterView): string {
  const own = cluster
    .list(kinds.eventSources)
    .find(({ metadata }) => metadata.name === 'auto-ops' && metadata.namespace !== undefined);
  return own?.metadata.namespace ?? baseNamespace;
}

function busesIn(cluster: ClusterView): Found[] {
  return cluster.list(kinds.eventBuses).map((object) => ({
    what: 'EventBus',
    kind: 'EventBus',
    namespace: object.metadata.namespace ?? '',
    name: object.metadata.name,
    by: 'object',
    use: 'used',
    detail: Object.keys(Spec.parse(object).spec)[0] ?? 'of no known kind',
  }));
}

function missingBus(cluster: ClusterView, buses: readonly Found[], namespace: string): Gap[] {
  const isThere = buses.some((found) => found.namespace === namespace && found.name === busName);
  if (isThere || !cluster.isComplete(kinds.eventBuses)) return [];
  const elsewhere = buses.map((found) => `${found.namespace}/${found.name}`).join(', ');
  return [
    {
      weight: 'needed',
      what: `No EventBus \`${busName}\` in ${namespace}${elsewhere === '' ? '' : `; there is ${elsewhere}`}`,
      next: 'Create it (`kubectl apply -f`); JetStream keeps events while a Sensor is away.',
      snippet: bus.replace(`namespace: ${baseNamespace}`, `namespace: ${namespace}`),
    },
  ];
}

/** The controller of events and the bus between gateway and Sensors. */
export const finder: Finder = {
  name: 'argo-events',
  title: 'Argo Events',
  reads: [...workloadKinds, kinds.eventBuses, kinds.eventSources],
  find(cluster): Discovery {
    const controllers = findWorkloads(cluster, {
      image: /(^|\/)argo-events[\w-]*$/,
      words: /(^|[/\s])controller(\s|$)/,
    });
    const namespace = eventsNamespace(cluster);
    const missing: Gap[] = [];
    if (controllers.length === 0 && cluster.isComplete(...workloadKinds)) {
      missing.push({
        weight: 'needed',
        what: 'No Argo Events',
        next: 'Install Argo Events 1.9.11 or newer; or run `auto-ops serve`, whose engine needs none.',
      });
    }
    for (const { workload, container, version } of controllers) {
      const place = `${workload.namespace}/${workload.name}`;
      if (isOlder(version, oldest) === true) {
        missing.push({
          weight: 'needed',
          what: `Argo Events ${version} (${place}) is older than 1.9.11`,
          next: 'Upgrade controller and custom resources to 1.9.11 or newer.',
        });
      }
      const words = container?.words ?? [];
      const reach = optionOf(words, '--managed-namespace')[0] ?? workload.namespace;
      if (words.includes('--namespaced') && reach !== namespace) {
        missing.push({
          weight: 'needed',
          what: `Argo Events (${place}) looks after the namespace ${reach} alone`,
          next: `Let it manage ${namespace} as well, or put argo/events into ${reach} by an overlay.`,
        });
      }
    }
    const buses = busesIn(cluster);
    return {
      found: [
        ...controllers.map((found) => foundWorkload(found, 'Argo Events', 'used', 'starts and wakes runs')),
        ...buses,
      ],
      settings:
        controllers.length === 0
          ? []
          : [
              {
                variable: 'AUTO_OPS_EVENTS_URL',
                value: `http://auto-ops-eventsource-svc.${namespace}.svc:12000/auto-ops`,
                of: 'gateway',
                reason: `the EventSource of auto-ops in ${namespace}`,
              },
            ],
      missing: controllers.length === 0 ? missing : [...missing, ...missingBus(cluster, buses, namespace)],
    };
  },
};
