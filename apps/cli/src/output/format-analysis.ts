import { styleText } from 'node:util';
import type { Analysis } from '@auto-ops/contracts';
import { formatSubject } from './format-subject.ts';

const colours = { identified: 'green', suspected: 'yellow', unknown: 'red', 'no-fault': 'cyan' } as const;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', styleText('bold', title), ...lines.map((line) => `  ${line}`)];
}

/** An Analysis for a terminal: the verdict first, then what it rests on. */
export function formatAnalysis(analysis: Analysis): string {
  const causes = analysis.causes.flatMap((cause) => [
    `${cause.rank}. ${cause.code}: ${formatSubject(cause.subject)} (${Math.round(cause.confidence * 100)} %)`,
    `   ${cause.statement}`,
    `   evidence: ${cause.evidence.join(', ')}`,
    ...(cause.changes.length > 0 ? [`   changes: ${cause.changes.join(', ')}`] : []),
  ]);
  const changes = analysis.suspectChanges
    .slice(0, 5)
    .map((change) => `${change.score.toFixed(2)} ${change.id}: ${change.reasons.join('; ')}`);
  return [
    `${styleText([colours[analysis.verdict], 'bold'], analysis.verdict)}  ${analysis.bundle}`,
    analysis.summary,
    ...section('Causes', causes),
    ...section('Affected', analysis.affected.map(formatSubject)),
    ...section('Suspect changes', changes),
    ...section(
      'Ruled out',
      analysis.ruledOut.map((entry) => `${entry.code}: ${formatSubject(entry.subject)}: ${entry.reason}`),
    ),
    ...section(
      'Look yourself',
      analysis.diagnostics.map((entry) => `${entry.command}    # ${entry.reason}`),
    ),
    '',
  ].join('\n');
}
