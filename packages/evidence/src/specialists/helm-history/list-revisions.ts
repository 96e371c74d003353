import type { KubernetesReader } from '../../cluster-api/kubernetes-reader.ts';
import type { Resource } from '../../cluster-api/resource.ts';
import { decodeRevision } from './decode-revision.ts';
import type { ReleaseRevision } from './release-revision.ts';

/** The revisions of a namespace, oldest first within a release, and what could not be read. */
export interface Revisions {
  readonly releases: readonly (readonly ReleaseRevision[])[];
  readonly problem?: string;
}

const secrets: Resource = { group: '', version: 'v1', plural: 'secrets', kind: 'Secret', isNamespaced: true };

const type = 'type=helm.sh/release.v1';
const labelSelector = 'owner=helm';
const mostReleases = 20;
const mostRevisions = 3;

/**
 * Reads the newest three revisions of at most twenty releases of a namespace, those that were touched last first. Other Secrets never
 * leave the API server: every list asks for Helm's type and label, first for metadata alone, then for one record by its name.
 */
export async function listRevisions(reader: KubernetesReader, namespace: string): Promise<Revisions> {
  const options = { namespace, labelSelector };
  const listing = await reader.list(secrets, { ...options, fieldSelector: type, metadataOnly: true });
  const records = listing.items.flatMap(({ metadata }) => {
    const labels = (metadata.labels ?? {}) as Record<string, string>;
    const version = Number(labels.version);
    const name = labels.name;
    const isRecord = name !== undefined && metadata.name === `sh.helm.release.v1.${name}.v${version}`;
    return isRecord ? [{ record: metadata.name, name, version, at: String(metadata.creationTimestamp ?? '') }] : [];
  });
  const byRelease = [...Map.groupBy(records, ({ name }) => name).values()]
    .map((own) => own.toSorted((one, other) => other.version - one.version).slice(0, mostRevisions))
    .sort((one, other) => ((one[0]?.at ?? '') < (other[0]?.at ?? '') ? 1 : -1));
  const problems = new Set<string>();
  if (listing.error !== undefined) problems.add(listing.error);
  if (byRelease.length > mostReleases) problems.add(`only ${mostReleases} of ${byRelease.length} releases were read`);
  const releases: ReleaseRevision[][] = [];
  for (const own of byRelease.slice(0, mostReleases)) {
    const read = await Promise.all(
      own.map(async ({ record, name, version }) => {
        const one = await reader.list(secrets, { ...options, fieldSelector: `metadata.name=${record},${type}` });
        const item = one.items[0] as { data?: Record<string, unknown> } | undefined;
        if (item === undefined) return one.error ?? `${record}: it is gone`;
        const revision = decodeRevision(item.data?.release);
        if (typeof revision === 'string') return `${record}: ${revision}`;
        const isItself = revision.name === name && revision.version === version && revision.namespace === namespace;
        return isItself ? revision : `${record}: it is of another release`;
      }),
    );
    for (const one of read) if (typeof one === 'string') problems.add(one);
    releases.push(read.filter((one) => typeof one !== 'string').reverse());
  }
  return { releases, ...(problems.size === 0 ? {} : { problem: [...problems].slice(0, 3).join('; ').slice(0, 500) }) };
}
