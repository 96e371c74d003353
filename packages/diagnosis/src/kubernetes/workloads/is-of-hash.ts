import type { ObjectItem } from '../../view.ts';
import { revisionHash } from './revision-hash.ts';

/** Whether a revision is the one that the hash of a pod names. */
export function isOfHash(item: ObjectItem, hash: string): boolean {
  if (hash === '') return false;
  return (
    revisionHash(item.object) === hash ||
    item.object.metadata.name === hash ||
    item.object.metadata.name.endsWith(`-${hash}`)
  );
}
