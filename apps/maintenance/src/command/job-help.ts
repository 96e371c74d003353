import { variablesOf } from '@auto-ops/runtime';
import { Config } from '../config.ts';
import type { Job } from '../job.ts';

/** The help text, made from the jobs and the configuration schema. */
export function jobHelp(jobs: readonly Job[]): string {
  const variables = variablesOf(Config).map(
    ({ env, description, zones }) =>
      `  ${env}${zones === undefined ? '' : ` (${zones.join(', ')})`}\n      ${description}`,
  );
  return [
    'auto-ops-maintenance: jobs that look after the installation\n',
    'Usage: auto-ops-maintenance <job> --workspace DIR\n',
    'Jobs:',
    ...jobs.map(({ name, summary }) => `  ${name}\n      ${summary}`),
    '\nEnvironment:',
    ...variables,
    '',
  ].join('\n');
}
