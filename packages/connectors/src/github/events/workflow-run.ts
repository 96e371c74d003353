import { type Alert, canonicalJson, Time } from '@auto-ops/contracts';
import { z } from 'zod';
import { alertFingerprint } from '../../alert-fingerprint.ts';
import type { EventReader } from '../event-reader.ts';
import { isOlder } from '../is-older.ts';
import { longestRedelivery } from '../longest-redelivery.ts';
import { originOf } from '../origin-of.ts';
import { Repository } from '../repository.ts';

const Body = z.looseObject({
  action: z.string(),
  workflow_run: z.looseObject({
    id: z.int(),
    workflow_id: z.int(),
    name: z.string().nullish(),
    path: z.string().optional(),
    conclusion: z.string().nullable(),
    head_branch: z.string().nullable(),
    head_sha: z.string(),
    html_url: z.url(),
    run_started_at: Time.optional(),
    created_at: Time,
    updated_at: Time,
    head_repository: z.looseObject({ id: z.int() }).nullish(),
  }),
  repository: Repository,
});

const failures = ['failure', 'timed_out', 'startup_failure'];

/** `workflow_run`: a run that failed is an alert of its workflow and branch; a later one that succeeded says that it is over. */
export const workflowRun: EventReader<typeof Body> = {
  Body,
  interpret({ action, workflow_run: run, repository }, delivery, { cryptography }) {
    const conclusion = run.conclusion ?? 'none';
    const isFailure = failures.includes(conclusion);
    if (action !== 'completed' || !(isFailure || conclusion === 'success'))
      return {
        kind: 'nothing',
        reason: `workflow_run ${action}, conclusion ${conclusion}: neither failed nor succeeded`,
      };
    // Anybody can make a fork and let it fail.
    if (run.head_repository?.id !== repository.id) return { kind: 'nothing', reason: 'workflow_run of a fork' };
    if (isOlder(run.updated_at, longestRedelivery, delivery))
      return { kind: 'nothing', reason: 'workflow_run: it is older than a week' };
    // The file, where it is told: a name is only what its author wrote. Some events append the branch to it.
    const workflow = run.path?.split('@')[0] || (run.name ?? String(run.workflow_id));
    const alert: Alert = {
      source: 'github',
      name: 'GitHubWorkflowFailed',
      status: isFailure ? 'firing' : 'resolved',
      startsAt: run.run_started_at ?? run.created_at,
      ...(isFailure ? {} : { endsAt: run.updated_at }),
      summary: `${workflow} of ${repository.full_name}: ${conclusion}`,
      labels: {
        alertname: 'GitHubWorkflowFailed',
        repository: repository.full_name,
        workflow,
        branch: run.head_branch ?? '',
      },
      annotations: { commit: run.head_sha, conclusion, run: String(run.id) },
      links: { run: run.html_url },
    };
    return {
      kind: 'signal',
      origin: originOf(repository),
      signal: {
        schemaVersion: 1,
        id: delivery.id,
        source: 'github',
        receivedAt: delivery.receivedAt,
        kind: isFailure ? 'alert' : 'resolved',
        fingerprint: cryptography.sha256(canonicalJson([alertFingerprint(alert, cryptography)])),
        alerts: [alert],
      },
    };
  },
};
