import type { ChangedFile } from './changed-file.ts';

/** A line that is in a file more often than before; `line` counts from 1. */
export interface AddedLine {
  readonly text: string;
  readonly line: number;
}

/** The lines that a change adds to a file; a line that only moved is none. */
export function addedLines({ before = '', after = '' }: ChangedFile): AddedLine[] {
  const known = new Map<string, number>();
  for (const text of before.split(/\r?\n/)) known.set(text, (known.get(text) ?? 0) + 1);
  return after.split(/\r?\n/).flatMap((text, index) => {
    const left = known.get(text) ?? 0;
    if (left > 0) known.set(text, left - 1);
    return left > 0 || text.trim() === '' ? [] : [{ text, line: index + 1 }];
  });
}
