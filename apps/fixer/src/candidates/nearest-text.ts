/** The one text that is clearly nearest to another: at most a third of its letters differ, and no other is as near. */
export function nearestText(wanted: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((text) => ({ text, distance: isContained(wanted, text) ? 1 : editDistance(wanted, text) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(wanted.length / 3)))
    .sort((left, right) => left.distance - right.distance || (left.text < right.text ? -1 : 1));
  const [first, second] = ranked;
  return first === undefined || first.distance === second?.distance ? undefined : first.text;
}

/** `cart` in `cart-service`: a name that only gained or lost a part. */
function isContained(left: string, right: string): boolean {
  const parts = (text: string) => text.toLowerCase().split(/[^a-z0-9]+/);
  const [short, long] = left.length < right.length ? [parts(left), parts(right)] : [parts(right), parts(left)];
  return short.every((part) => long.includes(part));
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...right].entries()) {
      current.push(
        Math.min(
          (current[column] ?? 0) + 1,
          (previous[column + 1] ?? 0) + 1,
          (previous[column] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
