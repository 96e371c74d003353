import type { Rule } from '../rule.ts';

/** Nothing runs or waits for ever. */
export const deadlines: Rule = {
  title: 'a Workflow and each of its steps has a deadline',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'WorkflowTemplate')
      .flatMap(({ file, metadata, spec }) => [
        ...(spec.activeDeadlineSeconds > 0 ? [] : [`${file}: ${metadata.name}`]),
        ...spec.templates
          .filter(
            ({ container, suspend, activeDeadlineSeconds }: Record<string, { duration?: string }>) =>
              (container !== undefined && !(Number(activeDeadlineSeconds) > 0)) ||
              (suspend !== undefined && suspend.duration === undefined),
          )
          .map(({ name }: { name: string }) => `${file}: ${metadata.name}/${name}`),
      ]),
};
