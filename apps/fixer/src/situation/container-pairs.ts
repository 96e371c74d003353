import { type Container, containerOfRevision } from '@auto-ops/policy';
import type { RevisionPair } from './revision-pair.ts';

/** Containers that both revisions have, with what each says. */
export function containerPairs(
  pair: RevisionPair,
): readonly { readonly name: string; readonly present: Container; readonly previous: Container }[] {
  const { containers, initContainers } = pair.present.template.spec;
  return [...containers, ...(initContainers ?? [])].flatMap((present) => {
    const previous = containerOfRevision(pair.previous, present.name);
    return previous === undefined ? [] : [{ name: present.name, present, previous }];
  });
}
