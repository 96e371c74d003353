import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { FailedJob } from './failed-jobs.ts';

/** The facts that both ways of failing have in common. */
export function jobFacts({ job, reason, schedule, lastLine, exitCode, pods }: FailedJob) {
  return {
    reason,
    schedule,
    backoffLimit: numberField(job.object, 'spec', 'backoffLimit') ?? 6,
    activeDeadlineSeconds: numberField(job.object, 'spec', 'activeDeadlineSeconds'),
    failedPods: numberField(job.object, 'status', 'failed') ?? pods.length,
    startTime: textField(job.object, 'status', 'startTime'),
    exitCode,
    lastLine: lastLine?.text.slice(0, 300),
  };
}
