import { AutoOpsError } from '@auto-ops/contracts';
import { type KubernetesReader, namespacedResources, PodShape } from '@auto-ops/evidence';
import type { JobCall } from '../../job.ts';

const most = 500;

/** The pods of the namespaces, and whether some are missing. Throws KUBERNETES_FORBIDDEN where no namespace can be read. */
export async function listPods(
  reader: KubernetesReader,
  { config, logger }: JobCall,
): Promise<{ readonly pods: readonly PodShape[]; readonly isPartial: boolean }> {
  const resource = namespacedResources.find(({ kind }) => kind === 'Pod');
  if (resource === undefined) throw new AutoOpsError('DEFECT', 'pods are no known resource');
  const namespaces = config.logReviewNamespaces;
  const listings = await Promise.all(
    namespaces.map((namespace) => reader.list(resource, { namespace, maximumItems: most })),
  );
  const problems = listings.flatMap(({ error }, index) =>
    error === undefined ? [] : [`${namespaces[index]}: ${error}`],
  );
  if (problems.length > 0) logger.warn({ problems }, 'some pods could not be listed');
  const found = listings.flatMap(({ items }) => items);
  if (found.length === 0 && problems.length === namespaces.length) {
    throw new AutoOpsError('KUBERNETES_FORBIDDEN', problems.join('; ').slice(0, 1000));
  }
  const pods = found.flatMap((item) => PodShape.safeParse(item).data ?? []);
  return { pods: pods.slice(0, most), isPartial: problems.length > 0 || pods.length > most };
}
