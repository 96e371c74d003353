import { type StepName, steps } from '@auto-ops/contracts';
import { type ConfigurationSchema, variablesOf } from '@auto-ops/runtime';

/** The help text of a step app, made from the table of steps and the configuration schema. */
export function stepHelp(app: string, known: readonly StepName[], schema: ConfigurationSchema): string {
  const rows = steps
    .filter((step) => known.includes(step.name))
    .map((step) => `  ${[step.name, ...step.flags.map((flag) => `--${flag} …`)].join(' ')}\n      ${step.summary}`);
  const variables = variablesOf(schema).map((variable) => `  ${variable.env}\n      ${variable.description}`);
  return [
    `auto-ops-${app}: steps of a run\n`,
    `Usage: auto-ops-${app} <step> --workspace DIR [arguments]\n`,
    'Steps:',
    ...rows,
    '\nEnvironment:',
    ...variables,
    '',
  ].join('\n');
}
