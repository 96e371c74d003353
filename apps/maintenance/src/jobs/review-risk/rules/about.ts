import type { ActionClass } from '@auto-ops/contracts';
import type { Declared } from '../objects/declared.ts';
import type { Finding } from './rule.ts';

/** A finding about an object, at the line of one of its fields. */
export function about(
  declared: Declared,
  code: string,
  actionClass: ActionClass,
  text: string,
  ...keys: readonly (string | number)[]
): Finding {
  const { kind, metadata } = declared.object;
  return {
    code,
    class: actionClass,
    path: declared.path,
    line: declared.lineOf(...keys),
    subject: `${kind}/${metadata.name}`,
    text,
  };
}
