import type { Subject } from '@auto-ops/contracts';
import type { ObjectItem } from '../view.ts';

/** The subject that an object is. */
export function subjectOf(item: ObjectItem): Subject {
  const { apiVersion, kind, metadata } = item.object;
  return subject(apiVersion, kind, metadata.namespace, metadata.name);
}

/** A subject of its parts, without a namespace where the kind has none. */
export function subject(apiVersion: string, kind: string, namespace: string | undefined, name: string): Subject {
  return namespace === undefined ? { apiVersion, kind, name } : { apiVersion, kind, namespace, name };
}

/** `kind/namespace/name`, the key under which a subject is found. */
export function subjectKey({ kind, namespace, name }: Subject): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** The words of a message for a subject: `Deployment shop/cart`. */
export function subjectText({ kind, namespace, name }: Subject): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
