import { z } from 'zod';

/** One environment variable that an app reads; `fallback` is undefined where there is no default. */
export interface EnvironmentRow {
  readonly name: string;
  readonly description: string;
  readonly fallback: string | undefined;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
}

type Property = {
  env?: string;
  description?: string;
  secret?: boolean;
  default?: unknown;
  properties?: Record<string, Property>;
  required?: string[];
};

/**
 * Lists the environment variables of a config schema: its fields, at any depth, that carry
 * `.meta({ env, description, secret? })`. A field without `env` and without fields of its own is an error.
 */
export function environmentRows(config: z.ZodType): EnvironmentRow[] {
  return rowsOf(z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }) as Property);
}

function rowsOf({ properties = {}, required = [] }: Property): EnvironmentRow[] {
  return Object.entries(properties).flatMap(([key, property]) => {
    if (property.env === undefined && property.properties !== undefined) return rowsOf(property);
    if (property.env === undefined) throw new Error(`The config field ${key} names no environment variable.`);
    if (property.description === undefined) throw new Error(`The config field ${key} has no description.`);
    return {
      name: property.env,
      description: property.description,
      fallback: property.default === undefined ? undefined : textOf(property.default),
      isRequired: required.includes(key),
      isSecret: property.secret === true,
    };
  });
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
