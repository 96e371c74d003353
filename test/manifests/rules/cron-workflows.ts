import type { Rule } from '../rule.ts';

/** A CronWorkflow starts its template at a time that does not depend on a server's place, one at a time, and says how late is too late. */
export const cronWorkflows: Rule = {
  title: 'a CronWorkflow names one template, UTC, and what happens when it is late or slow',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'CronWorkflow')
      .filter(
        ({ metadata, spec }) =>
          spec.timezone !== 'UTC' ||
          spec.concurrencyPolicy !== 'Forbid' ||
          !(spec.startingDeadlineSeconds > 0) ||
          !(spec.successfulJobsHistoryLimit > 0) ||
          !(spec.failedJobsHistoryLimit > 0) ||
          spec.schedules?.length !== 1 ||
          Object.keys(spec.workflowSpec).join() !== 'workflowTemplateRef' ||
          spec.workflowSpec.workflowTemplateRef.name !== metadata.name,
      )
      .map(({ file, metadata }) => `${file}: ${metadata.name}`),
};
