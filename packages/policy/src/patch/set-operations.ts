import type { JsonValue } from '@auto-ops/contracts';
import type { PatchOperation } from '../action-definition.ts';
import { readPath } from '../object/read-path.ts';
import { jsonPointer } from './json-pointer.ts';

/**
 * The operations that bring one member of an object to a value (`undefined` removes it), each replaced value tested first.
 * Missing parents below `object` are added; an equal value needs no operation.
 */
export function setOperations(
  object: unknown,
  keys: readonly (string | number)[],
  after: JsonValue | undefined,
): readonly PatchOperation[] {
  const before = readPath(object, ...keys) as JsonValue | undefined;
  if (before !== undefined) {
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const path = jsonPointer(...keys);
    const test = { op: 'test', path, value: before } as const;
    return after === undefined ? [test, { op: 'remove', path }] : [test, { op: 'replace', path, value: after }];
  }
  if (after === undefined) return [];
  const known = keys.findIndex((_, index) => readPath(object, ...keys.slice(0, index + 1)) === undefined);
  const wrapped = keys.slice(known + 1).reduceRight<JsonValue>((value, key) => ({ [key]: value }), after);
  return [{ op: 'add', path: jsonPointer(...keys.slice(0, known + 1)), value: wrapped }];
}
