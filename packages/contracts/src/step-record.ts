import { z } from 'zod';
import { StepName } from './steps/step-name.ts';
import { Time } from './time.ts';

/** `record.json` of a step: how it went, written also when it failed. */
export const StepRecord = z.strictObject({
  schemaVersion: z.literal(1),
  step: StepName,
  /** The step's folder in the workspace, for example `fix/1`. */
  folder: z.string(),
  version: z.string(),
  /** Names of the configuration variables that were set, never their values. */
  configuration: z.array(z.string()),
  startedAt: Time,
  endedAt: Time,
  durationMilliseconds: z.number().min(0),
  outcome: z.enum(['done', 'failed']),
  outputs: z.record(z.string(), z.string()),
  error: z.strictObject({ code: z.string(), message: z.string(), hint: z.string() }).optional(),
  /** Model use; absent where no model was asked. */
  model: z
    .strictObject({
      name: z.string(),
      inputTokens: z.int().nullable(),
      outputTokens: z.int().nullable(),
      cost: z.number().nullable(),
      calls: z.int(),
    })
    .optional(),
});
export type StepRecord = z.infer<typeof StepRecord>;
