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
