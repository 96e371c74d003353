import { AutoOpsError } from '@auto-ops/contracts';
import type { KubernetesReader } from '@auto-ops/evidence';
import type { z } from 'zod';

/** What a path says, checked; nothing where it is not to be had. No connection and refused credentials are thrown. */
export async function answerOf<Schema extends z.ZodType>(
  reader: KubernetesReader,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  try {
    return schema.safeParse(JSON.parse(await reader.text(path, {}))).data;
  } catch (error) {
    const code = error instanceof AutoOpsError ? error.code : undefined;
    if (code === 'KUBERNETES_UNREACHABLE' || code === 'KUBERNETES_UNAUTHORIZED') throw error;
    return undefined;
  }
}
