const most = 12;

/** The paths at which two sets of values differ (`image.tag`, `env[2].value`), sorted, never what stands there; at most a dozen. */
export function changedPaths(before: unknown, after: unknown): string[] {
  const paths: string[] = [];
  compare(before ?? {}, after ?? {}, '', paths);
  return paths.sort().slice(0, most);
}

function compare(before: unknown, after: unknown, path: string, paths: string[]): void {
  if (Object.is(before, after)) return;
  const isList = Array.isArray(before) && Array.isArray(after);
  if (!(isList || (isFields(before) && isFields(after)))) {
    paths.push(path === '' ? '(all)' : path);
    return;
  }
  const left = before as Record<string, unknown>;
  const right = after as Record<string, unknown>;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const step = isList ? `[${key}]` : path === '' ? key : `.${key}`;
    compare(left[key], right[key], `${path}${step}`, paths);
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
