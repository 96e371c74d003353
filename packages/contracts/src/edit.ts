import { z } from 'zod';

/** A change of one file: `oldText` (which occurs exactly once) becomes `newText`; without `oldText`, `newText` is the whole file. */
export const Edit = z.strictObject({
  path: z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\0]+$/, 'a relative path without ..'),
  oldText: z.string().min(1).optional(),
  newText: z.string(),
});
export type Edit = z.infer<typeof Edit>;
