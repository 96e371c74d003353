import { codeSpan } from '../code-span.ts';
import { durationText } from '../duration-text.ts';
import type { ReportSource } from '../report-source.ts';

/** The steps in the order they began, with what they came to and how long they took. */
export function timelineSection({ report }: ReportSource): string {
  if (report.steps.length === 0) return '';
  const rows = report.steps.map((step) => {
    const word = step.outcome === 'failed' ? `failed (${step.error?.code ?? ''})` : (step.outputs.verdict ?? 'done');
    return `| ${step.startedAt} | ${codeSpan(step.folder)} | ${word} | ${durationText(step.durationMilliseconds)} |`;
  });
  return ['## Timeline', '', '| Began | Step | Came to | Took |', '|---|---|---|---|', ...rows].join('\n');
}
