import type { Lesson, Report } from '@auto-ops/contracts';
import { describeAction } from './describe-action.ts';
import type { StepDocuments } from './step-documents.ts';

/** What should be remembered of a run; `undefined` where it found no cause. A person merges it before anything recalls it. */
export function lessonOf(incident: string, ending: Report['ending'], documents: StepDocuments): Lesson | undefined {
  const cause = documents.analysis?.causes[0];
  if (cause === undefined || ending === 'no-fault') return undefined;
  const actions = documents.plan?.actions.map(describeAction) ?? [];
  const steps = actions.length > 0 ? actions : (documents.plan?.manualSteps ?? []);
  return {
    schemaVersion: 1,
    incident,
    code: cause.code,
    subject: cause.subject,
    pattern: cause.statement,
    resolution: steps.length > 0 ? steps.join(' ') : 'None is known.',
    detectedBy:
      documents.analysis?.basis === 'model' ? 'A model, held against the evidence.' : `The detector of ${cause.code}.`,
    outcome: ending === 'undone' || ending === 'undo-failed' ? 'worse' : (documents.outcome?.verdict ?? 'not-tried'),
  };
}
