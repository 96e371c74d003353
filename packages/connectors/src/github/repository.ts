import { z } from 'zod';

/** The repository of an event; only what is used. */
export const Repository = z.looseObject({
  id: z.int().min(1),
  full_name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.{1,2}$)[A-Za-z0-9_.-]+$/),
  default_branch: z.string(),
});
export type Repository = z.infer<typeof Repository>;
