import { z } from 'zod';

/** A change of one file: `oldText` (which occurs exactly once) becomes `newText`; without `oldText`, `newText` is the whole file. */
export const Edit = z.strictObject({
  // Any sign that ends a line for a regular expression could hide a `..` behind it.
  path: z
    .string()
    .max(1000)
    .regex(/^(?!\/)(?![\s\S]*(?:^|\/)\.\.(?:\/|$))[^\\\p{Cc}\p{Zl}\p{Zp}]+$/u, 'a relative path without ..'),
  oldText: z.string().min(1).optional(),
  newText: z.string(),
});
export type Edit = z.infer<typeof Edit>;
