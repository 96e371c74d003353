import { AutoOpsError, MaintenanceSubject, RiskReview } from '@auto-ops/contracts';
import type { z } from 'zod';
import type { Job } from '../../job.ts';
import { findRepository } from '../../source/find-repository.ts';
import type { Mirror } from '../../source/mirror.ts';
import { openMirror } from '../../source/open-mirror.ts';
import { changeSetOf } from './changes/change-set-of.ts';
import { commonAncestor } from './changes/common-ancestor.ts';
import { readFiles } from './changes/read-files.ts';
import { judge } from './judge.ts';

const PullRequest = MaintenanceSubject.required();

/** Judges what a pull request risks by rules alone: nothing of it is run, checked out or believed. */
export const job: Job = {
  name: 'review-risk',
  summary: 'Judges by rules what a pull request risks, and hands in the findings and their highest class.',
  async run(call) {
    const { task, api, config, workspace, folder, logger } = call;
    const subject = PullRequest.safeParse(task.subject);
    if (!subject.success)
      throw new AutoOpsError('RUN_STATE_INVALID', `${task.run} names no pull request with its commits`);
    const { repository: name, base, commit: head, pullRequest } = subject.data;
    const repository = findRepository(config.repositories, name);
    const mirror = await openMirror(repository, call);
    try {
      const commits = await compare(mirror, subject.data);
      if (!commits.isKnown)
        logger.warn({ pullRequest }, 'the histories do not meet; the commits are compared as they are');
      const { files, fileCount } = await readFiles(mirror, commits.ancestor, commits.head);
      const change = changeSetOf(files, fileCount);
      const judgement = judge(change);
      const review: RiskReview = {
        schemaVersion: 1,
        repository: repository.name,
        pullRequest,
        base,
        head,
        class: judgement.class,
        findings: [...judgement.findings],
        files: change.fileCount,
        additions: change.additions,
        deletions: change.deletions,
      };
      workspace.write(RiskReview, `${folder}/risk-review.json`, review);
      await api.handRiskReview(task.run, review);
      return { verdict: 'reviewed', class: judgement.class };
    } finally {
      mirror.remove();
    }
  },
};

/** The commits that the task names: the head may have moved on since, and then has a task of its own. */
async function compare(mirror: Mirror, { commit, base, pullRequest }: z.infer<typeof PullRequest>) {
  const present = await commonAncestor(mirror, `refs/pull/${pullRequest}/head`, base);
  if (present.head === commit) return present;
  return commonAncestor(mirror, commit, base).catch((cause: Error) => {
    throw new AutoOpsError('RUN_STATE_INVALID', `pull request ${pullRequest} has moved on from ${commit}`, {
      hint: 'Nothing is to be done: its newer commit is judged by a run of its own.',
      cause,
    });
  });
}
