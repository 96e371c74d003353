import { z } from 'zod';
import type { ReadSource } from './read-source.ts';
import { readWith } from './read-with.ts';

const Run = z.looseObject({ status: z.string().nullable() });

/** The run as it stands. */
export async function readWorkflowRun({ request, ids, repository, place }: ReadSource): Promise<unknown> {
  const run = await readWith(request, Run, 'GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
    ...place,
    run_id: ids.number,
  });
  return { action: run.status ?? 'read', workflow_run: run, repository };
}
