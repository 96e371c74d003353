import type { JsonValue } from '@auto-ops/contracts';
import type { PatchOperation } from '../action-definition.ts';
import type { Container } from '../object/container.ts';
import { jsonPointer } from './json-pointer.ts';

/** The operations that make `entry` the container's variable of that name; `undefined` removes it. */
export function environmentOperations(
  path: readonly (string | number)[],
  container: Container,
  name: string,
  entry: JsonValue | undefined,
): readonly PatchOperation[] {
  const variables = container.env ?? [];
  const index = variables.findIndex((variable) => variable.name === name);
  if (index < 0) {
    if (entry === undefined) return [];
    if (container.env === undefined) return [{ op: 'add', path: jsonPointer(...path, 'env'), value: [entry] }];
    return [{ op: 'add', path: jsonPointer(...path, 'env', '-'), value: entry }];
  }
  const pointer = jsonPointer(...path, 'env', index);
  const before = variables[index] as JsonValue;
  if (JSON.stringify(before) === JSON.stringify(entry)) return [];
  const test = { op: 'test', path: pointer, value: before } as const;
  return entry === undefined
    ? [test, { op: 'remove', path: pointer }]
    : [test, { op: 'replace', path: pointer, value: entry }];
}
