import { AutoOpsError } from '@auto-ops/contracts';
import type { z } from 'zod';
import type { GitHubRequest } from './github-request.ts';

/** Asks GitHub and reads the answer by a schema; throws GITHUB_FAILED where it has another shape. */
export async function readWith<Schema extends z.ZodType>(
  request: GitHubRequest,
  schema: Schema,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await request(route, parameters));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AutoOpsError('GITHUB_FAILED', `${route}: ${issue?.path.join('.')}: ${issue?.message}`);
}
