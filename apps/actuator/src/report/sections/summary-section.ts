import type { Report } from '@auto-ops/contracts';
import { codeSpan } from '../code-span.ts';
import { durationText } from '../duration-text.ts';
import { prose } from '../prose.ts';
import type { ReportSource } from '../report-source.ts';

/** Headline, what happened, and the few facts a person looks for first. */
export function summarySection({ report }: ReportSource): string {
  const { incident, analysis, cancellation, effects } = report;
  const alerts = incident.alerts.map((alert) => `${codeSpan(alert.name)} (${alert.status})`);
  const rows: [string, string][] = [
    ['Ended', report.ending],
    ...(cancellation === undefined
      ? []
      : [
          ['Cancelled by', `${codeSpan(cancellation.by)} ${prose(cancellation.reason ?? '')}`.trim()] as [
            string,
            string,
          ],
        ]),
    ['Severity', incident.severity],
    ['Opened', incident.createdAt],
    ['Took', tookText(report)],
    [
      'Where',
      [incident.cluster, ...(incident.scope?.namespaces ?? [])]
        .filter((part) => part !== undefined)
        .map((part) => codeSpan(part))
        .join(', ') || 'not said',
    ],
    ['Alerts', alerts.slice(0, 10).join(', ') || 'none'],
    ['Run', codeSpan(report.run)],
  ];
  return [
    `# ${prose(report.headline)}`,
    '',
    prose(analysis?.summary ?? 'The investigation did not come to an analysis.', 1500),
    ...(effects?.live === false ? ['', '**Nothing live was touched.** What changed is a copy of the repository.'] : []),
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
  ].join('\n');
}

function tookText({ times, incident, createdAt }: Report): string {
  const whole = durationText(times?.wholeMilliseconds ?? Date.parse(createdAt) - Date.parse(incident.createdAt));
  const parts = [
    ...(times?.decisionMilliseconds === undefined
      ? []
      : [`${durationText(times.decisionMilliseconds)} waiting for the decision`]),
    ...(times?.settlingMilliseconds === undefined
      ? []
      : [`${durationText(times.settlingMilliseconds)} watching the change settle`]),
  ];
  return parts.length === 0 ? whole : `${whole}, of which ${parts.join(' and ')}`;
}
