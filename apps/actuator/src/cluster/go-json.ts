/**
 * JSON as Go writes it, with `<`, `>`, `&` and the two line separators escaped. The API server compares the value of a patch's `test`
 * byte by byte with its own text of the object, so `a => b` in a command would never be equal otherwise.
 */
export function goJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
