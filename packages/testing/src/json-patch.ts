/** One operation of a JSON Patch. */
export interface JsonPatchOperation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

type Container = Record<string, unknown> | unknown[];

/** Applies a JSON Patch (add, replace, remove, test) to a copy; throws an Error that names the operation which does not fit. */
export function applyJsonPatch<Value>(document: Value, operations: readonly JsonPatchOperation[]): Value {
  const root = structuredClone({ document }) as Container;
  for (const operation of operations) applyOne(root, operation);
  return (root as { document: Value }).document;
}

function applyOne(root: Container, { op, path, value }: JsonPatchOperation): void {
  const keys = [
    'document',
    ...path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')),
  ];
  const last = keys.pop() ?? '';
  let parent = root;
  for (const key of keys) {
    const next = (parent as Record<string, unknown>)[key];
    if (next === null || typeof next !== 'object') throw new Error(`${op} ${path}: there is no ${key}`);
    parent = next as Container;
  }
  const members = parent as Record<string, unknown>;
  const exists = Object.hasOwn(parent, last);
  if (op === 'test') {
    if (JSON.stringify(members[last]) !== JSON.stringify(value)) throw new Error(`testing path ${path} failed`);
  } else if (op === 'add' && Array.isArray(parent)) {
    parent.splice(last === '-' ? parent.length : Number(last), 0, structuredClone(value));
  } else if (op === 'remove' || op === 'replace') {
    if (!exists) throw new Error(`${op} ${path}: there is nothing`);
    if (op === 'replace') members[last] = structuredClone(value);
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete members[last];
  } else {
    members[last] = structuredClone(value);
  }
}
