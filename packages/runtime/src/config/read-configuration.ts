import { readFileSync } from 'node:fs';
import { AutoOpsError } from '@auto-ops/contracts';
import type { z } from 'zod';
import type { Environment } from './environment.ts';
import type { ConfigurationSchema, Variable } from './variable.ts';
import { variablesOf } from './variables-of.ts';

function textOf(variable: Variable, environment: Environment, problems: string[]): string | undefined {
  const direct = environment[variable.env];
  const file = environment[`${variable.env}_FILE`];
  if (direct !== undefined && direct !== '') return direct;
  if (variable.secret !== true || file === undefined || file === '') return undefined;
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    problems.push(`${variable.env}_FILE: ${(error as NodeJS.ErrnoException).code ?? 'cannot be read'}`);
    return undefined;
  }
}

/**
 * Reads a configuration once from the environment, frozen. An empty variable counts as absent; a secret may come from `<env>_FILE`.
 * Throws CONFIGURATION_INVALID with every problem at once: names and rules, never values.
 */
export function readConfiguration<Schema extends ConfigurationSchema>(
  schema: Schema,
  environment: Environment,
): Readonly<z.infer<Schema>> {
  const problems: string[] = [];
  const variables = variablesOf(schema);
  const raw = Object.fromEntries(
    variables.map((variable) => [variable.field, textOf(variable, environment, problems)]),
  );
  const parsed = schema.safeParse(raw);
  for (const issue of parsed.error?.issues ?? []) {
    const variable = variables.find((candidate) => candidate.field === issue.path[0]);
    const missing = variable !== undefined && raw[variable.field] === undefined;
    problems.push(`${variable?.env ?? issue.path.join('.')}: ${missing ? 'is not set' : issue.message}`);
  }
  if (problems.length > 0 || !parsed.success) {
    throw new AutoOpsError('CONFIGURATION_INVALID', `invalid configuration: ${problems.join('; ')}`, {
      data: { problems },
    });
  }
  return Object.freeze(parsed.data) as Readonly<z.infer<Schema>>;
}
