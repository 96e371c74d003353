import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { JsonValue } from './json-value.ts';
import { Target } from './target.ts';

/** One entry of a plan: an action of the catalogue with its arguments. The policy package knows each type's argument schema. */
export const Action = z.strictObject({
  /** `a1`, `a2` …, unique in its plan. */
  id: z.string().regex(/^a[1-9][0-9]?$/),
  type: Identifier,
  target: Target,
  arguments: z.record(z.string(), JsonValue),
  /** What should be true afterwards, for the person who approves. */
  expected: z.string().max(500),
  evidence: z.array(z.string()).min(1),
});
export type Action = z.infer<typeof Action>;
