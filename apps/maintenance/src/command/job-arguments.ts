import { parseArgs } from 'node:util';
import { AutoOpsError } from '@auto-ops/contracts';
import type { Job } from '../job.ts';

/** Reads `<job> --workspace DIR`; throws USAGE_INVALID. */
export function jobArguments(argv: readonly string[], known: readonly Job[]): { job: Job; workspace: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (cause) {
    throw new AutoOpsError('USAGE_INVALID', (cause as Error).message, { cause });
  }
  const job = known.find(({ name }) => name === parsed.positionals[0]);
  if (job === undefined || parsed.positionals.length !== 1) {
    throw new AutoOpsError('USAGE_INVALID', `expected one job of ${known.map(({ name }) => name).join(', ')}`);
  }
  const { workspace } = parsed.values;
  if (workspace === undefined || workspace === '')
    throw new AutoOpsError('USAGE_INVALID', `${job.name} needs --workspace`);
  return { job, workspace };
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], allowPositionals: true, options: { workspace: { type: 'string' } } });
}
