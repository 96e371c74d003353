import { z } from 'zod';
import { Action } from './action.ts';
import { CauseCode } from './causes/cause-code.ts';
import { Identifier } from './identifier.ts';
import { Subject } from './subject.ts';

/** What the fixer would do about the first cause. `none` is an honest answer and says why. */
export const Plan = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  attempt: z.int().min(1).max(5),
  verdict: z.enum(['drafted', 'none']),
  cause: z.strictObject({ code: CauseCode, subject: Subject }).optional(),
  summary: z.string().max(1000),
  actions: z.array(Action).max(10),
  /** What a person would do where no action of the catalogue helps. */
  manualSteps: z.array(z.string().max(1000)).max(20),
  author: z.enum(['rules', 'model']),
});
export type Plan = z.infer<typeof Plan>;
