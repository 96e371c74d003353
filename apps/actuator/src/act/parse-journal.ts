import { AutoOpsError } from '@auto-ops/contracts';
import { JournalEntry } from './journal-entry.ts';

/** The entries of a journal's whole lines; a last line without its end was never finished and is left out. Throws DOCUMENT_INVALID. */
export function parseJournal(text: string, name: string): JournalEntry[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      try {
        return JournalEntry.parse(JSON.parse(line));
      } catch (cause) {
        throw new AutoOpsError('DOCUMENT_INVALID', `${name}: line ${index + 1} is not an entry of a journal`, {
          cause,
        });
      }
    });
}
