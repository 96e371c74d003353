import type { Fields } from '../../kubernetes/fields/fields.ts';
import { fieldsAt } from '../../kubernetes/fields/fields-at.ts';

/** Where two pod templates differ; the label that names the revision itself does not count. */
export function templateDifference(before: Fields, after: Fields): { paths: readonly string[]; isImage: boolean } {
  const paths: string[] = [];
  compare(
    { annotations: fieldsAt(before, 'metadata', 'annotations'), spec: before.spec },
    { annotations: fieldsAt(after, 'metadata', 'annotations'), spec: after.spec },
    '',
    paths,
  );
  return { paths, isImage: paths.some((path) => path.endsWith('.image')) };
}

const maximumPaths = 50;
const named = ['name', 'key', 'mountPath', 'containerPort', 'ip'];

function compare(before: unknown, after: unknown, path: string, paths: string[]): void {
  if (paths.length >= maximumPaths || before === after) return;
  if (isList(before) && isList(after)) {
    compareLists(before, after, path, paths);
  } else if (isFields(before) && isFields(after)) {
    for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
      compare(before[key], after[key], path === '' ? key : `${path}.${key}`, paths);
    }
  } else if (JSON.stringify(before) !== JSON.stringify(after)) {
    paths.push(path);
  }
}

/** Lists of named things are compared by name, so that an added variable is one difference and not many. */
function compareLists(before: readonly unknown[], after: readonly unknown[], path: string, paths: string[]): void {
  const [left, right] = [byName(before), byName(after)];
  if (left === undefined || right === undefined) {
    if (JSON.stringify(before) !== JSON.stringify(after)) paths.push(path);
    return;
  }
  for (const name of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const place = `${path}[${name}]`;
    if (left.has(name) && right.has(name)) compare(left.get(name), right.get(name), place, paths);
    else paths.push(place);
  }
}

function byName(list: readonly unknown[]): Map<string, unknown> | undefined {
  const field = named.find((candidate) => list.every((entry) => isFields(entry) && entry[candidate] !== undefined));
  if (field === undefined) return list.length === 0 ? new Map() : undefined;
  return new Map(list.map((entry) => [String((entry as Fields)[field]), entry]));
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
