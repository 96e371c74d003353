import type { Subject } from '@auto-ops/contracts';

/** A subject as people write it: `Deployment shop/cart`. */
export function formatSubject(subject: Subject): string {
  return `${subject.kind} ${subject.namespace === undefined ? '' : `${subject.namespace}/`}${subject.name}`;
}
