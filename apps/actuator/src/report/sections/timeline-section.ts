import type { Report } from '@auto-ops/contracts';
import { codeSpan } from '../code-span.ts';
import { durationText } from '../duration-text.ts';
import type { ReportSource } from '../report-source.ts';

/** The steps in the order they began: what they came to, how long each waited after the one before it, and how long it took. */
export function timelineSection({ report }: ReportSource): string {
  if (report.steps.length === 0) return '';
  const rows = report.steps.map((step) => {
    const word = step.outcome === 'failed' ? `failed (${step.error?.code ?? ''})` : (step.outputs.verdict ?? 'done');
    const waited = waitBefore(report, step.startedAt);
    return `| ${step.startedAt} | ${codeSpan(step.folder)} | ${word} | ${waited} | ${durationText(step.durationMilliseconds)} |`;
  });
  return [
    '## Timeline',
    '',
    '| Began | Step | Came to | Waited | Took |',
    '|---|---|---|---|---|',
    ...rows,
    `| ${report.createdAt} | \`report\` | ${report.ending} | ${waitBefore(report, report.createdAt)} | |`,
    '',
    'Waited: since the step before it had ended, for its pod or process to start; before `decide` also for the decision.',
  ].join('\n');
}

/** Since the last step that had ended by then, or since the incident was opened. */
function waitBefore({ incident, steps }: Report, startedAt: string): string {
  const start = Date.parse(startedAt);
  const ends = steps.map(({ endedAt }) => Date.parse(endedAt)).filter((end) => end <= start);
  return durationText(start - Math.max(Date.parse(incident.createdAt), ...ends));
}
