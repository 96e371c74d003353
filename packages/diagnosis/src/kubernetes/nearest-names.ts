/** Names closest to the wanted one by edit distance and by shared words, best first, at most `limit`; none that are unlike it. */
export function nearestNames(wanted: string, names: readonly string[], limit = 3): string[] {
  return [...new Set(names)]
    .filter((name) => name !== wanted)
    .map((name) => ({ name, distance: likeness(wanted, name) }))
    .filter(({ distance }) => distance <= 0.5)
    .sort((left, right) => left.distance - right.distance || (left.name < right.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** How unlike two names are: 0 the same but for case and separators, 1 nothing in common. */
export function likeness(left: string, right: string): number {
  const plainLeft = plain(left);
  const plainRight = plain(right);
  if (plainLeft === plainRight) return 0;
  const longest = Math.max(plainLeft.length, plainRight.length, 1);
  const edits = editDistance(plainLeft, plainRight) / longest;
  const isPart =
    Math.min(plainLeft.length, plainRight.length) >= 3 &&
    (plainLeft.includes(plainRight) || plainRight.includes(plainLeft));
  return isPart ? Math.min(edits, 0.4) : Math.min(edits, 1 - sharedWords(left, right) * 0.7);
}

/** The number of edits between two texts, a swap of neighbours being one; texts are cut at 200 characters. */
export function editDistance(left: string, right: string): number {
  const [source, target] = [left.slice(0, 200), right.slice(0, 200)];
  const first = Array.from({ length: target.length + 1 }, (_, index) => index);
  const rows = [first];
  for (let row = 1; row <= source.length; row += 1) {
    const [above = first, twoAbove] = [rows[row - 1], rows[row - 2]];
    const current = [row];
    for (let column = 1; column <= target.length; column += 1) {
      const isSame = source[row - 1] === target[column - 1];
      const isSwap = source[row - 1] === target[column - 2] && source[row - 2] === target[column - 1];
      const edits = [
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      ];
      if (isSwap && twoAbove !== undefined) edits.push((twoAbove[column - 2] ?? 0) + 1);
      current.push(Math.min(...edits));
    }
    rows.push(current);
  }
  return rows.at(-1)?.[target.length] ?? 0;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function sharedWords(left: string, right: string): number {
  const words = (name: string) =>
    new Set(
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word.length > 2),
    );
  const leftWords = words(left);
  const rightWords = words(right);
  const shared = [...leftWords].filter((word) => rightWords.has(word)).length;
  return shared / Math.max(leftWords.size, rightWords.size, 1);
}
