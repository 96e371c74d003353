import type { Container } from './container.ts';
import type { Revision } from './revisions-of.ts';

/** A container of an earlier pod template by name. */
export function containerOfRevision(revision: Revision, name: string): Container | undefined {
  const { containers, initContainers } = revision.template.spec;
  return [...containers, ...(initContainers ?? [])].find((container) => container.name === name);
}
