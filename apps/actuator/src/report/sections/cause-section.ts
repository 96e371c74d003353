import type { Cause, Subject } from '@auto-ops/contracts';
import { codeSpan } from '../code-span.ts';
import { prose } from '../prose.ts';
import { quoteEvidence } from '../quote-evidence.ts';
import type { ReportSource } from '../report-source.ts';

/** The first cause with the lines that prove it, then what else was considered. */
export function causeSection(source: ReportSource): string {
  const { analysis } = source.report;
  const first = analysis?.causes[0];
  if (analysis === undefined || first === undefined) return '';
  const others = analysis.causes.slice(1, 5).map((cause) => `- ${titleOf(cause)}: ${prose(cause.statement)}`);
  const excluded = analysis.ruledOut
    .slice(0, 8)
    .map((one) => `- Not ${codeSpan(one.code)} of ${nameOf(one.subject)}: ${prose(one.reason)}`);
  const changes = analysis.suspectChanges
    .slice(0, 5)
    .map((change) => `- ${codeSpan(change.id)} (${percent(change.score)}): ${prose(change.reasons.join('; '))}`);
  return [
    '## Cause',
    '',
    `${titleOf(first)}: ${prose(first.statement)}`,
    '',
    ...first.evidence.slice(0, 12).map((id) => `- ${codeSpan(id)} ${quote(source, id)}`),
    ...(first.changes.length > 0
      ? ['', `Caused by ${first.changes.map((change) => codeSpan(change)).join(', ')}.`]
      : []),
    ...titled('### Also possible', others),
    ...titled('### Changes before it', changes),
    ...titled('### Ruled out', excluded),
  ].join('\n');
}

function quote({ evidence }: ReportSource, reference: string): string {
  const text = quoteEvidence(evidence, reference);
  return text === undefined ? '(not among the evidence)' : codeSpan(text);
}

function titleOf(cause: Cause): string {
  return `**${cause.code}** of ${nameOf(cause.subject)} (${percent(cause.confidence)})`;
}

function nameOf(subject: Subject): string {
  return codeSpan([subject.kind, subject.namespace, subject.name].filter((part) => part !== undefined).join('/'));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, '', ...lines];
}
