import { codeSpan } from '../code-span.ts';
import { prose } from '../prose.ts';
import type { ReportSource } from '../report-source.ts';

/** What was not looked at, what was not checked, and what of the run itself is missing, each with the reason. */
export function gapsSection({ report, documents }: ReportSource): string {
  const sources = report.collections.flatMap((collection) => [
    ...(collection.error === undefined
      ? []
      : [`- ${codeSpan(collection.specialist)} failed: ${prose(collection.error.message)}`]),
    ...collection.coverage
      .filter((coverage) => !coverage.complete)
      .map((coverage) => {
        const where = coverage.namespace === undefined ? '' : ` in ${codeSpan(coverage.namespace)}`;
        return `- ${codeSpan(coverage.kind)}${where} was not read completely: ${prose(coverage.error ?? 'no reason was given')}`;
      }),
  ]);
  const checks = [...(report.proposal?.rehearsal.checks ?? []), ...(report.reviews.at(-1)?.checks ?? [])]
    .filter((check) => check.result === 'not-run')
    .map((check) => `- The check ${codeSpan(check.name)} did not run: ${prose(check.detail)}`);
  const steps = report.steps
    .filter((step) => step.outcome === 'failed')
    .map(
      (step) =>
        `- The step ${codeSpan(step.folder)} failed: ${codeSpan(step.error?.code ?? '')} ${prose(step.error?.message ?? '')}`,
    );
  const documentsMissing = documents.problems.map((problem) => `- ${prose(problem)}`);
  const lines = [...new Set([...steps, ...documentsMissing, ...sources, ...checks])];
  if (lines.length === 0) return '';
  const shown = lines.slice(0, 40);
  return [
    '## What was not examined',
    '',
    ...shown,
    ...(lines.length > shown.length ? [`- … and ${lines.length - shown.length} more.`] : []),
  ].join('\n');
}
