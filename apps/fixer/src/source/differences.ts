import type { JsonValue } from '@auto-ops/contracts';
import type { PathStep, ValueChange } from './value-change.ts';

/** What names an element of a Kubernetes list, in the order in which it is tried. */
const names = ['name', 'containerPort', 'port', 'key', 'mountPath', 'host', 'path', 'topologyKey'];

/** The smallest changes that lead from one value to another; elements of named lists are compared by name, whatever their order. */
export function differences(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: readonly PathStep[] = [],
): readonly ValueChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(before[key], after[key], [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, path);
  return [{ path, before, after }];
}

function listDifferences(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  path: readonly PathStep[],
): readonly ValueChange[] {
  const by = names.find((name) => isNamedBy(before, name) && isNamedBy(after, name));
  if (by === undefined) {
    if (before.length !== after.length || ![...before, ...after].every(isObject))
      return [{ path, before: [...before], after: [...after] }];
    return before.flatMap((element, index) => differences(element, after[index], [...path, index]));
  }
  const nameOf = (element: JsonValue) => (element as Record<string, string | number>)[by] as string | number;
  const values = [...new Set([...before, ...after].map(nameOf))];
  return values.flatMap((value) =>
    differences(
      before.find((element) => nameOf(element) === value),
      after.find((element) => nameOf(element) === value),
      [...path, { by, value }],
    ),
  );
}

function isNamedBy(list: readonly JsonValue[], name: string): boolean {
  const values = list.map((element) => (isObject(element) ? element[name] : undefined));
  return (
    values.every((value) => typeof value === 'string' || typeof value === 'number') &&
    new Set(values).size === values.length
  );
}

function isObject(value: JsonValue | undefined): value is Record<string, JsonValue> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
