/** The values of an option among the words of a command: `--name value` and `--name=value`; an empty text for a mere flag. */
export function optionOf(words: readonly string[], name: string): string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith(`${name}=`)) return [word.slice(name.length + 1)];
    if (word !== name) return [];
    const next = words[index + 1];
    return [next === undefined || next.startsWith('-') ? '' : next];
  });
}
