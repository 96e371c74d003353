/** The first place in which two documents differ, in words; undefined where they say the same. */
export function difference(one: unknown, other: unknown, path = ''): string | undefined {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  if (left === right) return undefined;
  if (isBranch(one) && isBranch(other) && Array.isArray(one) === Array.isArray(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = difference(one[name], other[name], `${path}/${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return `${path}: ${(left ?? 'nothing').slice(0, 300)} and ${(right ?? 'nothing').slice(0, 300)}`;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
