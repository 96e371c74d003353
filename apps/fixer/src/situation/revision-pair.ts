import type { ObjectItem, View } from '@auto-ops/diagnosis';
import { currentRevision, type Revision, readPath, revisionsOf } from '@auto-ops/policy';

/** The present revision of a workload and the last one before it that can be trusted. */
export interface RevisionPair {
  readonly present: Revision;
  readonly previous: Revision;
  /** The evidence of the two. */
  readonly evidence: readonly string[];
}

/**
 * The present and the last healthy revision of a workload. One whose pods are ready still is the surest; without such a one
 * it is the newest before the present with another template, unless its own pods fail as well.
 */
export function revisionPair(view: View, workload: ObjectItem): RevisionPair | undefined {
  const owned = view.owned(workload);
  const related = { objects: owned.map((item) => item.object) };
  const present = currentRevision(workload.object, related);
  if (present === undefined) return undefined;
  const earlier = revisionsOf(workload.object, related)
    .filter((revision) => revision.revision < present.revision)
    .filter((revision) => JSON.stringify(revision.raw) !== JSON.stringify(present.raw));
  const itemOf = (revision: Revision) => owned.find((item) => item.object.metadata.name === revision.source);
  const isServing = (revision: Revision) =>
    Number(readPath(itemOf(revision)?.object, 'status', 'readyReplicas') ?? 0) > 0;
  const isFailing = (revision: Revision) =>
    Number(readPath(itemOf(revision)?.object, 'status', 'replicas') ?? 0) > 0 && !isServing(revision);
  const previous = earlier.find(isServing) ?? earlier.find((revision) => !isFailing(revision));
  if (previous === undefined) return undefined;
  const evidence = [itemOf(present)?.id, itemOf(previous)?.id].filter((id) => id !== undefined);
  return { present, previous, evidence };
}
