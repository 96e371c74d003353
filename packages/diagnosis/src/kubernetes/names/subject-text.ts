import type { Subject } from '@auto-ops/contracts';

/** The words of a message for a subject: `Deployment shop/cart`. */
export function subjectText({ kind, namespace, name }: Subject): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
