import { AutoOpsError } from '@auto-ops/contracts';
import type { ConfigurationSchema, Variable, VariableMeta } from './variable.ts';

/** Every variable of a configuration schema, in the order of its fields; a field without `env` and `description` is a defect. */
export function variablesOf(schema: ConfigurationSchema): Variable[] {
  return Object.entries(schema.shape).map(([field, type]) => {
    const meta = (type as { meta(): Partial<VariableMeta> | undefined }).meta();
    if (meta?.env === undefined || meta.description === undefined) {
      throw new AutoOpsError('DEFECT', `configuration field ${field} has no env and description`);
    }
    const absent = (type as { safeParse(value: unknown): { success: boolean; data?: unknown } }).safeParse(undefined);
    return {
      field,
      env: meta.env,
      description: meta.description,
      ...(meta.secret === undefined ? {} : { secret: meta.secret }),
      ...(meta.isPath === undefined ? {} : { isPath: meta.isPath }),
      ...(meta.zones === undefined ? {} : { zones: meta.zones }),
      ...(absent.success && absent.data !== undefined ? { default: String(absent.data) } : {}),
      required: !absent.success,
    };
  });
}
