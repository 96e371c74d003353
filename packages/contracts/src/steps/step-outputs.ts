import { z } from 'zod';
import { ActionClass } from '../action-class.ts';
import { Identifier } from '../identifier.ts';

const specialists = z.array(Identifier).max(20);

/**
 * What a step prints as its one line of JSON and writes below `outputs/`, one file each.
 * Enumerated or id-like values only, at most 256 bytes each: these become workflow parameters.
 */
export const StepOutputs = z.strictObject({
  /** The step's result in one word. */
  verdict: Identifier.optional(),
  /** Which step should come next: what `when` reads. */
  next: z.enum(['collect', 'fix', 'rehearse', 'propose', 'approve', 'apply', 'observe', 'undo', 'report']).optional(),
  /** Whether a plan edits files, that is, whether there is something to check. */
  edits: z.enum(['some', 'none']).optional(),
  class: ActionClass.optional(),
  lock: Identifier.optional(),
  /** Written by `route` and, for a second round, by `analyse`: one list of specialists per zone. */
  cluster: specialists.optional(),
  telemetry: specialists.optional(),
  source: specialists.optional(),
  host: specialists.optional(),
  tools: specialists.optional(),
  context: specialists.optional(),
});
export type StepOutputs = z.infer<typeof StepOutputs>;
