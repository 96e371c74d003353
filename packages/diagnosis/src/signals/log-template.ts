/** Parts of a line that differ from one occurrence to the next. */
const variable =
  /\b\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?\b|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b0x[0-9a-f]+\b|\b(?=[0-9a-f]*\d)[0-9a-f]{8,}\b|(?<![\w.])\d+(?:\.\d+)*(?:ns|us|µs|ms|s|m|h|%|[kmg]i?b?)?(?![\w.])/gi;

/** The line without what varies (times, ids, numbers): equal for two occurrences of one message. */
export function logTemplate(text: string): string {
  return text.slice(0, 400).replace(variable, '<*>').replace(/\s+/g, ' ').trim();
}
