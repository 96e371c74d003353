import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';

/** Reads an answer by a schema; throws KUBERNETES_FAILED with the fields that do not fit. */
export function parseAnswer<Schema extends z.ZodType>(schema: Schema, what: string, text: string): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AutoOpsError('KUBERNETES_FAILED', `${what}: the answer is not JSON`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AutoOpsError('KUBERNETES_FAILED', `${what}: ${z.prettifyError(parsed.error)}`, {
    hint: 'The cluster answers in a form this release does not know: check the version of Argo Workflows.',
  });
}
