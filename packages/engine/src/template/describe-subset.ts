import { z } from 'zod';
import { WorkflowTemplate } from './workflow-template.ts';

/** One field of the subset. */
export interface SubsetField {
  /** For example `spec.templates[].dag.tasks[].when`. */
  readonly path: string;
  readonly description: string;
  /** False where the field is accepted and means something on a cluster only. */
  readonly hasEffect: boolean;
}

/** Every field that the local engine accepts, in the order of the schema it is read by. */
export function describeSubset(): SubsetField[] {
  return fieldsOf(WorkflowTemplate, '');
}

function fieldsOf(schema: z.ZodType, path: string): SubsetField[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType, `${path}[]`);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const here = path === '' ? name : `${path}.${name}`;
    const { description, effect } = (field.meta() ?? {}) as { description?: string; effect?: boolean };
    const own = description === undefined ? [] : [{ path: here, description, hasEffect: effect !== false }];
    return [...own, ...fieldsOf(field, here)];
  });
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}
