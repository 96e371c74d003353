import { AutoOpsError } from '@auto-ops/contracts';

const results = [
  'Succeeded',
  'Failed',
  'Errored',
  'Skipped',
  'Omitted',
  'Daemoned',
  'AnySucceeded',
  'AllFailed',
] as const;

/** How a task ended, as a `depends` names it. */
export type TaskResult = (typeof results)[number];

/** Splits `analyse.Failed` of a `depends`; a bare name has no result. Throws TEMPLATE_INVALID for an unknown result. */
export function splitResult(name: string): { task: string; result?: TaskResult } {
  const [task = '', result, ...rest] = name.split('.');
  if (result === undefined) return { task };
  const known = results.find((candidate) => candidate === result);
  if (known === undefined || rest.length > 0) {
    throw new AutoOpsError('TEMPLATE_INVALID', `\`${name}\` names no result of a task`, {
      hint: `Use one of ${results.join(', ')}.`,
    });
  }
  return { task, result: known };
}
