import { errorTable } from '@auto-ops/contracts';
import type { GeneratedFile } from './generated-file.ts';
import { markdownTable } from './markdown-table.ts';

/** Makes the reference page of the errors from the error table. */
export function generateErrorsPage(): GeneratedFile[] {
  const rows = Object.entries(errorTable)
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([code, row]) => [`\`${code}\``, row.title, String(row.exit), String(row.http), row.hint]);
  const text = [
    '# Errors',
    '',
    '<!-- Generated from packages/contracts/src/errors by `npm run generate`; do not edit. -->',
    '',
    'A failure has a code, a message with the values, and a hint with the next action. A code is never reused.',
    '',
    'Exit codes: 0 done, 1 defect, 2 usage, 3 bad input, 4 configuration, 75 try again later. Only 75 is retried.',
    '',
    markdownTable(['Code', 'What happened', 'Exit', 'HTTP', 'Next'], rows),
    '',
  ].join('\n');
  return [{ path: 'docs/reference/errors.md', text }];
}
