import type { Report } from '@auto-ops/contracts';
import { codeSpan } from '../code-span.ts';
import { prose } from '../prose.ts';
import type { ReportSource } from '../report-source.ts';

const done: readonly Report['ending'][] = ['no-fault', 'recovered'];

/** What a person does next, where there is something: manual steps, commands that look further, runbooks. */
export function nextSection({ report, documents }: ReportSource): string {
  const steps = documents.plan?.manualSteps.map((step) => `1. ${prose(step, 1000)}`) ?? [];
  const isDone = done.includes(report.ending);
  const commands = isDone ? [] : (report.analysis?.diagnostics ?? []).slice(0, 8);
  const runbooks = isDone ? [] : (report.analysis?.runbooks ?? []).slice(0, 5);
  const lines = [
    ...(isDone ? [] : steps),
    ...commands.map(({ command, reason }) => `- ${codeSpan(command, 500)}: ${prose(reason)}`),
    ...runbooks.map(({ id, title }) => `- Runbook ${codeSpan(id)}: ${prose(title)}`),
  ];
  return lines.length === 0 ? '' : ['## What to do next', '', ...lines].join('\n');
}
