import { parseArgs } from 'node:util';
import { AutoOpsError, Identifier, type Step, StepName, steps, Zone } from '@auto-ops/contracts';
import { z } from 'zod';

const Flags = z.strictObject({
  workspace: z.string().min(1),
  round: z.coerce.number().int().min(1).max(2).optional(),
  attempt: z.coerce.number().int().min(1).max(5).optional(),
  zone: Zone.optional(),
  specialist: Identifier.optional(),
});

/** A parsed command line of a step app. */
export interface StepArguments extends z.infer<typeof Flags> {
  readonly step: Step;
  readonly folder: string;
}

function folderOf(step: Step, flags: z.infer<typeof Flags>): string {
  return step.folder.replace(/<(\w+)>/g, (_, name: 'round' | 'attempt' | 'specialist') => String(flags[name]));
}

/** Reads `<step> --workspace DIR [--round N] [--attempt N] [--zone Z] [--specialist NAME]`; throws USAGE_INVALID. */
export function stepArguments(argv: readonly string[], known: readonly StepName[]): StepArguments {
  const option = { type: 'string' } as const;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { workspace: option, round: option, attempt: option, zone: option, specialist: option },
    });
  } catch (error) {
    throw new AutoOpsError('USAGE_INVALID', (error as Error).message, { cause: error });
  }
  const name = StepName.safeParse(parsed.positionals[0]);
  const step = steps.find((candidate) => candidate.name === name.data);
  if (step === undefined || !known.includes(step.name) || parsed.positionals.length !== 1) {
    throw new AutoOpsError('USAGE_INVALID', `expected one step of ${known.join(', ')}`);
  }
  const flags = Flags.safeParse(parsed.values);
  if (!flags.success) {
    const issue = flags.error.issues[0];
    throw new AutoOpsError('USAGE_INVALID', `--${issue?.path.join('.')}: ${issue?.message}`);
  }
  const missing = step.flags.filter((flag) => flags.data[flag] === undefined);
  if (missing.length > 0) {
    throw new AutoOpsError('USAGE_INVALID', `${step.name} needs ${missing.map((flag) => `--${flag}`).join(' and ')}`);
  }
  return { ...flags.data, step, folder: folderOf(step, flags.data) };
}
