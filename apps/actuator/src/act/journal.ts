import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AutoOpsError, type Effect } from '@auto-ops/contracts';
import { type Intent, JournalEntry } from './journal-entry.ts';
import { parseJournal } from './parse-journal.ts';

/** Intent and result of each action, in order; each line is on the disk before the call returns. */
export interface Journal {
  /** When the first action began; `undefined` on the first start. */
  readonly start: string | undefined;
  /** The last intent of an action that has no result: the step was killed between the two. */
  openIntent(action: string): Intent | undefined;
  result(action: string): Effect | undefined;
  write(entry: JournalEntry): void;
}

/** Opens (or continues) a journal. A torn last line, which a kill in the middle of a write leaves, is cut off. Throws DOCUMENT_INVALID. */
export function openJournal(path: string): Journal {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  const entries = parseJournal(whole, path);

  return {
    start: entries.flatMap((one) => (one.entry === 'intent' ? [one.at] : []))[0],
    openIntent: (action) =>
      results(action).length > 0
        ? undefined
        : entries.flatMap((one) => (one.entry === 'intent' && one.action === action ? [one] : [])).at(-1),
    result: (action) => results(action).at(-1),
    write(entry) {
      append(path, `${JSON.stringify(JournalEntry.parse(entry))}\n`);
      entries.push(entry);
    },
  };

  function results(action: string): Effect[] {
    return entries.flatMap((one) => (one.entry === 'result' && one.effect.action === action ? [one.effect] : []));
  }
}

function append(path: string, line: string): void {
  try {
    const isNew = !existsSync(path);
    synced(path, 'a', (file) => {
      const bytes = Buffer.from(line);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    });
    // A new file is only safe once its folder is.
    if (isNew) synced(dirname(path), 'r', () => undefined);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new AutoOpsError('WORKSPACE_UNWRITABLE', `${path} cannot be written: ${code}`, { cause });
  }
}

function synced(path: string, mode: 'a' | 'r', work: (file: number) => void): void {
  const file = openSync(path, mode, 0o644);
  try {
    work(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
