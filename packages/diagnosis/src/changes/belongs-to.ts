/** Endings of component names that paths leave out. */
const endings = /[-_]?(service|svc|server|api|app|worker)$/;

/** Whether files lie in a component's own folder: a path segment that is its name, with or without "service". */
export function belongsTo(files: readonly string[], component: string): boolean {
  const name = component.toLowerCase();
  const stem = name.replace(endings, '');
  const names = new Set(
    [name, stem, name.replaceAll('-', '_'), stem.replaceAll('-', '_')].filter((entry) => entry.length > 1),
  );
  return files.some((file) =>
    file
      .toLowerCase()
      .split('/')
      .slice(0, -1)
      .some((segment) => names.has(segment) || names.has(segment.replace(endings, ''))),
  );
}
