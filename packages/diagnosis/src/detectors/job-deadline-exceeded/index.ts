import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { failedJobs } from '../../kubernetes/workloads/failed-jobs.ts';
import { jobFacts } from '../../kubernetes/workloads/job-facts.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** A Job was ended at its active deadline. */
export const detector: Detector = {
  code: 'job-deadline-exceeded',
  detect(view) {
    const draft = createDetectionDraft('job-deadline-exceeded');
    const { failed, madeGood } = failedJobs(view, ['DeadlineExceeded']);
    for (const job of madeGood)
      draft.excluded(subjectOf(job.object), 'A later run of the same schedule succeeded.', [job.id]);
    for (const end of failed) {
      const { job, lastLine, pods, isOld } = end;
      const about = subjectOf(job.object);
      const facts = jobFacts(end);
      const event = view.events(job).findLast(({ reason }) => reason === 'DeadlineExceeded');
      draft.found({
        subject: about,
        severity: isOld ? 'info' : 'critical',
        message: `${subjectText(about)} was ended at its deadline of ${facts.activeDeadlineSeconds ?? 'unknown'} s.`,
        evidence: [job.id, event?.id, pods[0]?.item.id, lastLine?.id],
        since: end.since,
        facts,
      });
    }
    return draft.result();
  },
};
