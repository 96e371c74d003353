/** The lines of a list in the configuration, each in its words; empty lines and those that begin with # are none. */
export function linesOf(text: string): string[][] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));
}
