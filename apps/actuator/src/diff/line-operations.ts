/** One line of a comparison: kept, taken away or added. */
export interface LineOperation {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/** Above this many cells the middle is given as replaced whole: still right, only not the shortest. */
const cellLimit = 4_000_000;

/** A shortest script from one list of lines to another, removals before additions. */
export function lineOperations(before: readonly string[], after: readonly string[]): LineOperation[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const keep = (lines: readonly string[]) => lines.map((line): LineOperation => ({ sign: ' ', line }));
  return [
    ...keep(before.slice(0, start)),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...keep(before.slice(before.length - end)),
  ];
}

function middle(before: readonly string[], after: readonly string[]): LineOperation[] {
  const removed = (line: string): LineOperation => ({ sign: '-', line });
  const added = (line: string): LineOperation => ({ sign: '+', line });
  if (before.length * after.length > cellLimit) return [...before.map(removed), ...after.map(added)];

  // lengths[i][j]: the longest common subsequence of before from i and after from j.
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }

  const operations: LineOperation[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const left = before[i];
    const right = after[j];
    if (left !== undefined && left === right) {
      operations.push({ sign: ' ', line: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      operations.push(removed(left));
      i += 1;
    } else if (right !== undefined) {
      operations.push(added(right));
      j += 1;
    }
  }
  return operations;
}
