import type { JsonValue } from '@auto-ops/contracts';
import type { LiveObject } from '../action-definition.ts';
import { findContainer } from '../object/find-container.ts';
import { readPath } from '../object/read-path.ts';

/** The action that brings one variable back to what it was before; `undefined` where no action can. */
export function undoEnvironment(
  before: LiveObject,
  container: string,
  name: string,
): { readonly type: string; readonly arguments: Readonly<Record<string, JsonValue>> } | undefined {
  const variable = findContainer(before, container).container.env?.find((entry) => entry.name === name);
  if (variable === undefined) return { type: 'set-environment', arguments: { container, name, value: null } };
  if (variable.value !== undefined)
    return { type: 'set-environment', arguments: { container, name, value: variable.value } };
  for (const [source, member] of [
    ['ConfigMap', 'configMapKeyRef'],
    ['Secret', 'secretKeyRef'],
  ] as const) {
    const object = readPath(variable.valueFrom, member, 'name');
    const key = readPath(variable.valueFrom, member, 'key');
    if (typeof object !== 'string' || typeof key !== 'string') continue;
    return { type: 'set-key-reference', arguments: { where: 'environment', container, name, source, object, key } };
  }
  return undefined;
}
