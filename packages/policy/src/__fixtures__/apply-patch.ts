import type { JsonValue } from '@auto-ops/contracts';
import type { LiveObject, PatchOperation } from '../action-definition.ts';

/** A small, strict reader of JSON Patch, independent of the code that writes the patches. */
export function applyPatch(object: LiveObject, operations: readonly PatchOperation[]): LiveObject {
  const copy = JSON.parse(JSON.stringify(object));
  for (const operation of operations) {
    const keys = operation.path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop();
    if (last === undefined) throw new Error('whole document');
    let parent: unknown = copy;
    for (const key of keys) {
      if (parent === null || typeof parent !== 'object' || !Object.hasOwn(parent, key)) throw new Error(`no parent: ${operation.path}`);
      parent = (parent as Record<string, unknown>)[key];
    }
    apply(parent as Record<string, JsonValue> | JsonValue[], last, operation);
  }
  return copy;
}

function apply(parent: Record<string, JsonValue> | JsonValue[], key: string, operation: PatchOperation): void {
  const holder = parent as Record<string, JsonValue>;
  if (operation.op === 'test') {
    if (JSON.stringify(holder[key]) !== JSON.stringify(operation.value)) throw new Error(`test failed: ${operation.path}`);
  } else if (operation.op === 'remove') {
    if (!Object.hasOwn(parent, key)) throw new Error(`nothing to remove: ${operation.path}`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete holder[key];
  } else if (operation.op === 'replace') {
    if (!Object.hasOwn(parent, key)) throw new Error(`nothing to replace: ${operation.path}`);
    holder[key] = operation.value;
  } else if (Array.isArray(parent)) {
    if (key === '-') parent.push(operation.value);
    else parent.splice(Number(key), 0, operation.value);
  } else holder[key] = operation.value;
}
