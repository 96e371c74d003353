import type { ClusterView } from '../../cluster-view.ts';
import type { Discovery, Found } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { servicesIn } from '../../recognise/services-in.ts';
import { servicesOf } from '../../recognise/services-of.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';
import { databases } from './databases.ts';

const use = 'not used yet';

/** Services with the port whose pods no workload explains: bare pods of an operator, or a host outside of the cluster. */
function byPort(cluster: ClusterView, title: string, port: number, known: ReadonlySet<string>): Found[] {
  const seen = new Set<string>();
  return servicesIn(cluster)
    .filter(({ ports }) => ports.some((one) => one.port === port))
    .filter(({ namespace, name }) => !known.has(`${namespace}/${name}`))
    .filter(({ namespace, name, selector }) => {
      // Several Services often lead to the same pods.
      const pods = `${namespace} ${Object.keys(selector).length === 0 ? name : JSON.stringify(selector)}`;
      return !seen.has(pods) && seen.add(pods);
    })
    .map(({ namespace, name, externalName }) => ({
      what: title,
      kind: 'Service',
      namespace,
      name,
      by: 'port' as const,
      use,
      detail: externalName === undefined ? `by its port ${port} alone` : `outside of the cluster: ${externalName}`,
    }));
}

/** Databases and brokers by image, label and port. */
export const finder: Finder = {
  name: 'databases',
  title: 'Databases',
  reads: [...workloadKinds, kinds.services],
  find(cluster): Discovery {
    return {
      found: databases.flatMap(({ title, image, names, port }) => {
        const matches = findWorkloads(cluster, { image, names }).filter(
          // A label of the application alone is on its exporter and its operator too.
          ({ by, workload }) =>
            by === 'image' || workload.containers.some((container) => container.ports.includes(port)),
        );
        const services = matches.flatMap(({ workload }) => servicesOf(cluster, workload));
        const known = new Set(services.map(({ namespace, name }) => `${namespace}/${name}`));
        return [
          ...matches.map((match) => {
            const service = servicesOf(cluster, match.workload).find(({ ports }) =>
              ports.some((one) => one.port === port),
            );
            return foundWorkload(match, title, use, service && `${service.name}.${service.namespace}.svc:${port}`);
          }),
          ...byPort(cluster, title, port, known),
        ];
      }),
    };
  },
};
