import type { ClusterView } from '../../cluster-view.ts';
import type { Discovery, Endpoint, Found } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { type FoundService, servicesIn } from '../../recognise/services-in.ts';
import { servicesOf } from '../../recognise/services-of.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';
import { databases } from './databases.ts';

/** Something that was found, and where it answers. */
interface Place {
  readonly found: Found;
  readonly endpoint?: Endpoint;
}

const addressOf = ({ namespace, name }: FoundService, port: number) => `${name}.${namespace}.svc:${port}`;

/** Services with the port whose pods no workload explains: bare pods of an operator, or a host outside of the cluster. */
function byPort(cluster: ClusterView, title: string, port: number, known: ReadonlySet<string>): Place[] {
  const seen = new Set<string>();
  return servicesIn(cluster)
    .filter(({ ports }) => ports.some((one) => one.port === port))
    .filter(({ namespace, name }) => !known.has(`${namespace}/${name}`))
    .filter(({ namespace, name, selector }) => {
      // Several Services often lead to the same pods.
      const pods = `${namespace} ${Object.keys(selector).length === 0 ? name : JSON.stringify(selector)}`;
      return !seen.has(pods) && seen.add(pods);
    })
    .map((service) => {
      const { namespace, name, externalName } = service;
      const detail =
        externalName === undefined ? `by its port ${port} alone` : `outside of the cluster: ${externalName}`;
      return {
        found: { what: title, kind: 'Service', namespace, name, by: 'port', use: 'used', detail },
        endpoint: { namespace, name, address: addressOf(service, port) },
      };
    });
}

function placesOf(cluster: ClusterView, { title, image, names, port }: (typeof databases)[number]): Place[] {
  const matches = findWorkloads(cluster, { image, names }).filter(
    // A label of the application alone is on its exporter and its operator too.
    ({ by, workload }) => by === 'image' || workload.containers.some((container) => container.ports.includes(port)),
  );
  const services = matches.flatMap(({ workload }) => servicesOf(cluster, workload));
  const known = new Set(services.map(({ namespace, name }) => `${namespace}/${name}`));
  const byWorkload = matches.map((match): Place => {
    const { namespace, name } = match.workload;
    const service = servicesOf(cluster, match.workload).find(({ ports }) => ports.some((one) => one.port === port));
    if (service === undefined) return { found: foundWorkload(match, title, 'not used yet', 'no Service leads to it') };
    const address = addressOf(service, port);
    return { found: foundWorkload(match, title, 'used', address), endpoint: { namespace, name, address } };
  });
  return [...byWorkload, ...byPort(cluster, title, port, known)];
}

/** Databases and brokers by image, label and port; the heartbeat can tell whether they answer. */
export const finder: Finder = {
  name: 'databases',
  title: 'Databases',
  reads: [...workloadKinds, kinds.services],
  find(cluster): Discovery {
    const places = databases.flatMap((database) => placesOf(cluster, database));
    return {
      found: places.map(({ found }) => found),
      endpoints: places.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint !== undefined),
    };
  },
};
