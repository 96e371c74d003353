/** The changed lines of a unified diff, without their signs, comments and blank lines. */
export interface DiffLines {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** What the hunk headers say beside line numbers: the function they are in. */
  readonly headers: readonly string[];
}

const comment = /^\s*(\/\/|#(?!include)|\*|\/\*|--\s|<!--)/;

/** Reads a unified diff; one that is cut or has no headers is read as far as it goes. */
export function diffLines(diff: string): DiffLines {
  const removed: string[] = [];
  const added: string[] = [];
  const headers: string[] = [];
  for (const line of diff.split('\n')) {
    if (/^(\+\+\+|---) /.test(line)) continue;
    if (line.startsWith('@@')) headers.push(line.replace(/@@|[-+]\d+(,\d+)?/g, ' ').trim());
    if (!/^[+-]/.test(line)) continue;
    const text = line.slice(1);
    if (text.trim() === '' || comment.test(text)) continue;
    (line.startsWith('-') ? removed : added).push(text);
  }
  return { removed, added, headers };
}
