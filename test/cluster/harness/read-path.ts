/**
 * Reads a value by a short path: `status.readyReplicas`, `spec.ports[0].port`, `status.conditions[type=Ready].status`,
 * `metadata.labels['a.b/c']`; undefined where nothing is there.
 */
export function readPath(value: unknown, path: string): unknown {
  let current = value;
  for (const [, name, quoted, index, key, wanted] of path.matchAll(
    /\.?(?:([\w-]+)|\['([^']+)'\]|\[(\d+)\]|\[(\w+)=([^\]]+)\])/g,
  )) {
    if (current === null || typeof current !== 'object') return undefined;
    if (key !== undefined) {
      const items = Array.isArray(current) ? current : [];
      current = items.find((item) => (item as Record<string, unknown>)[key] === wanted);
    } else {
      current = (current as Record<string, unknown>)[name ?? quoted ?? index ?? ''];
    }
  }
  return current;
}
