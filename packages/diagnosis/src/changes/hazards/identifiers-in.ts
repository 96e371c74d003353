const stop = /^(https?|www|com|org|net|error|localhost)$/i;

/**
 * Names that were made up by somebody and hardly meet by accident: snake_case, camelCase with three humps or eight letters, file names.
 * Lower-case.
 */
export function identifiersIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text.match(/[A-Za-z_][\w]*(?:\.(?:go|py|ts|js|java|rb|rs|cs|cpp|c|php|kt|scala|sql))?/g) ?? []) {
    if (word.length < 6 || stop.test(word)) continue;
    const isCompound = /[a-z\d]_[a-z\d]/i.test(word) || /[a-z][A-Z]/.test(word) || /\.[a-z]+$/.test(word);
    if (isCompound) found.add(word.toLowerCase());
  }
  return found;
}
