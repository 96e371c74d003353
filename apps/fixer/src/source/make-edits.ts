import type { Edit } from '@auto-ops/contracts';
import { Inexpressible } from './inexpressible.ts';

interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The edits that lead from one text of a file to another: whole lines, each old text exactly once in the file, before and while they are made. */
export function makeEdits(path: string, before: string, after: string): readonly Edit[] {
  const lines = splitLines(before);
  const edits: Edit[] = [];
  let current = before;
  for (const hunk of hunksOf(lines, splitLines(after))) {
    const edit = uniqueEdit(path, lines, hunk, before, current);
    current = current.replace(edit.oldText ?? '', () => edit.newText);
    edits.push(edit);
  }
  if (current !== after) throw new Inexpressible(`The edits of ${path} do not lead to the wanted text.`);
  return edits;
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function uniqueEdit(path: string, lines: readonly string[], hunk: Hunk, before: string, current: string): Edit {
  for (let margin = 0; margin <= lines.length; margin++) {
    const start = Math.max(0, hunk.start - margin);
    const end = Math.min(lines.length, hunk.end + Math.floor(margin / 2));
    const oldText = lines.slice(start, end).join('');
    const newText = [...lines.slice(start, hunk.start), ...hunk.lines, ...lines.slice(hunk.end, end)].join('');
    if (oldText !== '' && isOnce(before, oldText) && isOnce(current, oldText)) return { path, oldText, newText };
  }
  throw new Inexpressible(`No part of ${path} around the change occurs only once.`);
}

function isOnce(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && text.indexOf(part, first + 1) < 0;
}

/** The runs of lines that differ, by the longest common subsequence between the equal head and tail. */
function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  if (left.length * right.length > 4_000_000) return [{ start: head, end: before.length - tail, lines: right }];
  const table = commonLengths(left, right);
  const hunks: { start: number; end: number; lines: string[] }[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      row++;
      column++;
      continue;
    }
    const last = hunks.at(-1);
    const hunk =
      last !== undefined && last.end === head + row ? last : { start: head + row, end: head + row, lines: [] };
    if (hunk !== last) hunks.push(hunk);
    if (
      column >= right.length ||
      (row < left.length && lengthAt(table, row + 1, column) >= lengthAt(table, row, column + 1))
    ) {
      row++;
      hunk.end = head + row;
    } else {
      hunk.lines.push(right[column] ?? '');
      column++;
    }
  }
  return hunks;
}

function commonLengths(left: readonly string[], right: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row--) {
    const line = table[row];
    if (line === undefined) continue;
    for (let column = right.length - 1; column >= 0; column--) {
      line[column] =
        left[row] === right[column]
          ? lengthAt(table, row + 1, column + 1) + 1
          : Math.max(lengthAt(table, row + 1, column), lengthAt(table, row, column + 1));
    }
  }
  return table;
}

function lengthAt(table: readonly Uint32Array[], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}
