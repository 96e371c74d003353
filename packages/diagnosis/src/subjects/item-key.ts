import type { ObjectItem } from '../view.ts';
import { kindOf } from './kind-of.ts';

/** `kind/namespace/name` of an object of the evidence. */
export function itemKey({ object }: ObjectItem): string {
  return `${kindOf(object.kind, object.apiVersion)}/${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}
