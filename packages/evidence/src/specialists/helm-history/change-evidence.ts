import type { Evidence } from '@auto-ops/contracts';
import type { CollectRequest } from '../../specialist.ts';
import { changedPaths } from './changed-paths.ts';
import { deployedAt } from './deployed-at.ts';
import type { ReleaseRevision } from './release-revision.ts';
import { releaseSubject } from './release-subject.ts';

/** What a revision changed over the one before it: the chart, its version, and the paths of the values; undefined without a time. */
export function changeEvidence(
  before: ReleaseRevision,
  after: ReleaseRevision,
  { redactor, incident, capturedAt }: CollectRequest,
): Evidence | undefined {
  const at = deployedAt(after);
  if (at === undefined) return undefined;
  const charts = [before, after].map(({ chart }) => `${chart.metadata.name} ${chart.metadata.version}`);
  const paths = changedPaths(before.config, after.config);
  const parts = [
    charts[0] === charts[1] ? `chart ${charts[1]} as before` : `chart ${charts[0]} → ${charts[1]}`,
    paths.length === 0 ? 'values as before' : `values changed: ${paths.join(', ')}`,
    `${after.info.status}: ${after.info.description}`,
  ];
  const title = `Helm release ${after.name}, revision ${before.version} → ${after.version}: ${parts.join('; ')}`;
  return {
    id: `change/helm/${after.namespace}/${after.name}/v${after.version}`,
    kind: 'change',
    source: 'records of Helm',
    observedAt: capturedAt,
    subject: releaseSubject(after, incident.cluster),
    body: {
      id: `helm:${after.namespace}/${after.name}:${at}`,
      type: 'helm',
      at,
      title: redactor.text(title).slice(0, 500),
      from: `revision ${before.version}, ${redactor.text(charts[0] ?? '')}`,
      to: `revision ${after.version}, ${redactor.text(charts[1] ?? '')}`,
    },
  };
}
