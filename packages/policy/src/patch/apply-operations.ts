import type { JsonValue } from '@auto-ops/contracts';
import type { LiveObject, PatchOperation } from '../action-definition.ts';
import { targetChanged } from '../object/target-changed.ts';

/** A copy of an object after a patch of ours; throws `TARGET_CHANGED` where a tested or replaced value is not there. */
export function applyOperations(object: LiveObject, operations: readonly PatchOperation[]): LiveObject {
  const copy = JSON.parse(JSON.stringify(object)) as LiveObject;
  for (const operation of operations) {
    const keys = operation.path
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    let parent: unknown = copy;
    for (const key of keys) parent = (parent as Record<string, unknown> | undefined)?.[key];
    if (parent === null || typeof parent !== 'object') throw targetChanged(`There is nothing at ${operation.path}.`);
    applyOne(parent as Record<string, JsonValue>, last, operation);
  }
  return copy;
}

function applyOne(parent: Record<string, JsonValue> | JsonValue[], key: string, operation: PatchOperation): void {
  const members = parent as Record<string, JsonValue>;
  if (operation.op !== 'add' && !Object.hasOwn(parent, key))
    throw targetChanged(`There is nothing at ${operation.path}.`);
  switch (operation.op) {
    case 'test':
      if (JSON.stringify(members[key]) !== JSON.stringify(operation.value))
        throw targetChanged(`The value at ${operation.path} is another one.`);
      return;
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return;
    case 'replace':
      members[key] = operation.value;
      return;
    case 'add':
      if (!Array.isArray(parent)) members[key] = operation.value;
      else if (key === '-') parent.push(operation.value);
      else parent.splice(Number(key), 0, operation.value);
  }
}
