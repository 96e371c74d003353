import type { LiveObject, Related } from '../action-definition.ts';
import { readPath } from './read-path.ts';
import { type Revision, revisionsOf } from './revisions-of.ts';

/** The revision a workload asks for at present, `undefined` where the related objects do not hold it. */
export function currentRevision(workload: LiveObject, related: Related): Revision | undefined {
  const revisions = revisionsOf(workload, related);
  const name = readPath(workload, 'status', 'updateRevision');
  if (typeof name === 'string') return revisions.find((revision) => revision.source === name);
  const number = Number(readPath(workload, 'metadata', 'annotations', 'deployment.kubernetes.io/revision'));
  // A DaemonSet says neither: its newest revision is the one it rolls out.
  return Number.isInteger(number) ? revisions.find((revision) => revision.revision === number) : revisions[0];
}
