/** Whether a value could be a generated secret: long, of several kinds of characters, with little repetition. */
export function looksRandom(value: string): boolean {
  if (value.length < 8) return false;
  const kinds =
    Number(/[a-z]/.test(value)) +
    Number(/[A-Z]/.test(value)) +
    Number(/[0-9]/.test(value)) +
    Number(/[^A-Za-z0-9]/.test(value));
  if (value.length < 20) return kinds >= 2 && /[0-9]/.test(value) && entropy(value) >= 2.5;
  return kinds >= 2 ? entropy(value) >= 3 : entropy(value) >= 3.7;
}

/** Shannon's, in bits a character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  const sample = value.slice(0, 256);
  for (const character of sample) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / sample.length) * Math.log2(count / sample.length);
  return bits;
}
