import { type LineOperation, lineOperations } from './line-operations.ts';

const context = 3;

/** The unified diff between two texts, three lines of context, `--- a/<name>` and `+++ b/<name>` as headings; empty where they are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const operations = lineOperations(linesOf(before), linesOf(after));
  const hunks = hunksOf(operations).map(([from, to]) => hunkText(operations, from, to));
  return [`--- a/${name}`, `+++ b/${name}`, ...hunks, ''].join('\n');
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Ranges of operations that belong together: changes at most two contexts apart, with their context. */
function hunksOf(operations: readonly LineOperation[]): [number, number][] {
  const hunks: [number, number][] = [];
  operations.forEach((operation, index) => {
    if (operation.sign === ' ') return;
    const from = Math.max(0, index - context);
    const to = Math.min(operations.length, index + context + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  });
  return hunks;
}

function hunkText(operations: readonly LineOperation[], from: number, to: number): string {
  const count = (part: readonly LineOperation[], without: '-' | '+') =>
    part.filter((one) => one.sign !== without).length;
  const earlier = operations.slice(0, from);
  const part = operations.slice(from, to);
  const range = (without: '-' | '+') => {
    const length = count(part, without);
    return `${count(earlier, without) + (length === 0 ? 0 : 1)},${length}`;
  };
  return [`@@ -${range('+')} +${range('-')} @@`, ...part.map((one) => `${one.sign}${one.line}`)].join('\n');
}
