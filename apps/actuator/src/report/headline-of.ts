import type { Report } from '@auto-ops/contracts';
import type { StepDocuments } from './step-documents.ts';

const endings: Readonly<Record<Report['ending'], string>> = {
  'no-fault': 'nothing is wrong',
  unknown: 'the cause is not known',
  'no-fix': 'no fix of the catalogue helps; a person has to act',
  'not-approved-by-review': 'no fix passed the review; a person has to act',
  rejected: 'the fix was rejected',
  expired: 'the approval ran out; nothing was changed',
  cancelled: 'the run was cancelled',
  recovered: 'recovered',
  unchanged: 'the fix did not end the incident',
  undone: 'the fix was taken back',
  'undo-failed': 'the fix could not be taken back completely; a person has to look now',
  unverified: 'changed, and whether it helped is not known',
  'apply-failed': 'the fix could not be applied',
  failed: 'the run broke down',
};

/** One line that says how it stands: the cause where there is one, and the ending. */
export function headlineOf(ending: Report['ending'], documents: StepDocuments, title: string): string {
  const cause = documents.analysis?.causes[0];
  const { kind, namespace, name } = cause?.subject ?? {};
  const subject = [kind, namespace === undefined ? name : `${namespace}/${name}`]
    .filter((part) => part !== undefined)
    .join(' ');
  const what = cause === undefined || ending === 'no-fault' ? title : `${cause.code} of ${subject}`;
  const isLive = documents.effects?.live ?? documents.outcome?.live ?? true;
  let how = endings[ending];
  if (ending === 'recovered' && !isLive)
    how = 'the cause is gone from what the repository would deploy; nothing live was touched';
  if (ending === 'no-fix' && documents.attempts === 0) how = 'diagnosed; no fix was looked for';
  return `${what}: ${how}`.slice(0, 300);
}
