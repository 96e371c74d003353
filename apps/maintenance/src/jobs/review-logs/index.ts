import { LogReview } from '@auto-ops/contracts';
import { openKubernetesReader } from '@auto-ops/evidence';
import { createRedactor } from '@auto-ops/redaction';
import { nodeCryptography } from '@auto-ops/runtime';
import type { Job } from '../../job.ts';
import { listPods } from './list-pods.ts';
import { readLogs } from './read-logs.ts';
import { createTally } from './tally.ts';

/** Reads the logs of a day, keeps the kinds of errors and warnings, without secrets, and hands them in; the gateway says which are new. */
export const job: Job = {
  name: 'review-logs',
  summary: 'Reads the logs of the last day and hands in the kinds of errors and warnings, without secrets.',
  async run(call) {
    const { task, api, config, workspace, folder, logger, signal } = call;
    if (config.logReviewNamespaces.length === 0) return { verdict: 'nothing' };
    const to = new Date();
    const from = new Date(to.getTime() - config.logReviewHours * 3_600_000);
    const reader = await openKubernetesReader({ kubeconfig: config.kubeconfig, context: config.kubeContext }, signal);
    const { pods, isPartial } = await listPods(reader, call);
    const tally = createTally(from.toISOString(), to.toISOString());
    // Without a key a tag is its class alone, and the same kind of line stays the same from day to day.
    const redactor = createRedactor({ cryptography: nodeCryptography });
    const read = await readLogs(pods, tally, { reader, redactor, hours: config.logReviewHours, signal });
    if (read.failures.length > 0) {
      logger.warn({ count: read.failures.length, first: read.failures[0] }, 'some logs could not be read');
    }
    const { kinds, isPartial: areMore } = tally.templates();
    const review: LogReview = {
      schemaVersion: 1,
      from: from.toISOString(),
      to: to.toISOString(),
      pods: pods.length,
      lines: tally.lines(),
      truncated: isPartial || read.isPartial || areMore,
      templates: [...kinds],
    };
    workspace.write(LogReview, `${folder}/log-review.json`, review);
    await api.handLogReview(task.run, review);
    return { verdict: kinds.length > 0 ? 'found' : 'quiet' };
  },
};
