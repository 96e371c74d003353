import type { Rule } from '../rule.ts';

/** Pods, claims and Workflows go by themselves, failed ones later. */
export const cleanedUp: Rule = {
  title: 'what a Workflow made does not stay for ever',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'WorkflowTemplate')
      .filter(
        ({ spec: { ttlStrategy, podGC, volumeClaimTemplates, volumeClaimGC } }) =>
          !(ttlStrategy?.secondsAfterSuccess > 0) ||
          !(ttlStrategy.secondsAfterFailure >= ttlStrategy.secondsAfterSuccess) ||
          podGC?.strategy !== 'OnPodSuccess' ||
          (volumeClaimTemplates !== undefined && volumeClaimGC?.strategy !== 'OnWorkflowCompletion'),
      )
      .map(({ file, metadata }) => `${file}: ${metadata.name}`),
};
