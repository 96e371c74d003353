import type { Environment } from './environment.ts';
import type { ConfigurationSchema } from './variable.ts';
import { variablesOf } from './variables-of.ts';

/** Names of the variables of a schema that are set, for the record of a step; never their values. */
export function configuredNames(schema: ConfigurationSchema, environment: Environment): string[] {
  return variablesOf(schema)
    .map((variable) => variable.env)
    .filter((name) => environment[name] !== undefined || environment[`${name}_FILE`] !== undefined);
}
