import type { Subject } from '@auto-ops/contracts';
import { kindOf } from './kind-of.ts';

/** `kind/namespace/name` of a subject, with empty parts where there is none: its key in the graph and in indexes. */
export function keyOf(subject: Subject): string {
  return `${kindOf(subject.kind, subject.apiVersion)}/${subject.namespace ?? ''}/${subject.name}`;
}
