import { z } from 'zod';
import { ActionClass } from '../action-class.ts';

/** A stop of changes: everything, one namespace, or all actions of a class and above. */
export const Freeze = z.strictObject({
  id: z.string(),
  namespace: z.string().optional(),
  class: ActionClass.optional(),
  reason: z.string(),
});
export type Freeze = z.infer<typeof Freeze>;
