import type { ObjectItem, View } from '../../view.ts';
import { isOfHash } from './is-of-hash.ts';
import { revisionHash } from './revision-hash.ts';
import { type Revision, revisionsOf } from './revisions-of.ts';
import { topWorkload } from './top-workload.ts';

/** The revision that a pod belongs to, and the one before it with a different template. */
export function revisionPair(view: View, pod: ObjectItem): { current: Revision; previous: Revision } | undefined {
  const revisions = revisionsOf(view, topWorkload(view, pod));
  const hash = revisionHash(pod.object);
  const index = hash === undefined ? 0 : revisions.findIndex(({ item }) => isOfHash(item, hash));
  const current = revisions[index];
  const previous = revisions[index + 1];
  return current === undefined || previous === undefined ? undefined : { current, previous };
}
