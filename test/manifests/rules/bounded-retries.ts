import type { Rule } from '../rule.ts';

type Template = {
  name: string;
  retryStrategy?: {
    limit?: number;
    expression?: string;
    backoff?: { duration?: string; factor?: number; cap?: string };
  };
};

// 75 is "again later" of our own programs; Error is a pod that was lost. 64 and 65 are Argo's own and are not tried again.
const expressions = [
  "lastRetry.exitCode == '75'",
  "lastRetry.exitCode == '75' || lastRetry.status == 'Error'",
  "lastRetry.exitCode == '75' || lastRetry.exitCode == '137' || lastRetry.exitCode == '143' || lastRetry.status == 'Error'",
];

/** Without an expression everything is tried again, also what has said its last word. */
export const boundedRetries: Rule = {
  title: 'a step is tried again a few times, later and later, where it asked for it or its pod was lost',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'WorkflowTemplate')
      .flatMap(({ file, metadata, spec }) => [
        ...(spec.retryStrategy === undefined && spec.templateDefaults === undefined
          ? []
          : [`${file}: ${metadata.name} is tried again as a whole`]),
        ...(spec.templates as Template[])
          .filter(
            ({ retryStrategy: retry }) =>
              retry !== undefined &&
              !(
                Number(retry.limit) > 0 &&
                Number(retry.limit) <= 100 &&
                expressions.includes(retry.expression ?? '') &&
                retry.backoff?.duration !== undefined &&
                Number(retry.backoff.factor) > 1 &&
                retry.backoff.cap !== undefined
              ),
          )
          .map(({ name }) => `${file}: ${metadata.name}/${name}`),
      ]),
};
