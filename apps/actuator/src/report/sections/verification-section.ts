import { codeSpan } from '../code-span.ts';
import { prose } from '../prose.ts';
import type { ReportSource } from '../report-source.ts';

const signs = { passed: 'yes', failed: '**no**', 'not-run': 'not checked' } as const;

/** Whether it helped, check by check, and what is still or newly wrong. */
export function verificationSection({ report }: ReportSource): string {
  const { outcome } = report;
  if (outcome === undefined) return '';
  const findings = [
    ...outcome.remaining.map((finding) => `- Still there: ${codeSpan(finding.code)}: ${prose(finding.message)}`),
    ...outcome.appeared.map((finding) => `- New: ${codeSpan(finding.code)}: ${prose(finding.message)}`),
  ];
  return [
    '## Did it help',
    '',
    `**${outcome.verdict}**, looked at ${outcome.observedAt}. ${prose(outcome.summary)}`,
    '',
    '| Check | Holds | |',
    '|---|---|---|',
    ...outcome.checks.map((check) => `| ${check.name} | ${signs[check.result]} | ${prose(check.detail, 300)} |`),
    ...(findings.length > 0 ? ['', ...findings.slice(0, 20)] : []),
  ].join('\n');
}
