import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { crashes } from '../../kubernetes/pods/crashes.ts';
import { failedJobs } from '../../kubernetes/workloads/failed-jobs.ts';
import { jobFacts } from '../../kubernetes/workloads/job-facts.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** A Job failed as often as it may and will not try again. */
export const detector: Detector = {
  code: 'job-backoff-limit',
  detect(view) {
    const draft = createDetectionDraft('job-backoff-limit');
    const { failed, madeGood } = failedJobs(view, [
      'BackoffLimitExceeded',
      'PodFailurePolicy',
      'FailedIndexes',
      'MaxFailedIndexesExceeded',
    ]);
    for (const job of madeGood)
      draft.excluded(subjectOf(job.object), 'A later run of the same schedule succeeded.', [job.id]);
    for (const end of failed) {
      const { job, lastLine, pods, isOld } = end;
      const about = subjectOf(job.object);
      const items = new Set(pods.map(({ item }) => item));
      // What ended the pods has a narrower name of its own, which then is the cause.
      const hasNarrower = crashes(view).some((crash) => items.has(crash.pod.item) && crash.about !== 'program');
      const event = view.events(job).findLast(({ reason }) => reason === end.reason);
      draft.found({
        subject: about,
        severity: isOld || hasNarrower ? 'info' : 'critical',
        message: `${subjectText(about)} gave up after ${jobFacts(end).failedPods} failed pods${lastLine === undefined ? '' : `; the last one said: ${lastLine.text.slice(0, 160)}`}.`,
        evidence: [job.id, event?.id, pods[0]?.item.id, lastLine?.id],
        since: end.since,
        facts: jobFacts(end),
      });
    }
    return draft.result();
  },
};
