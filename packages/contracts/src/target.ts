import { z } from 'zod';

/** Exactly which object an action is about, as the evidence showed it. A repository target has the kind `Repository` and no `uid`. */
export const Target = z.strictObject({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  uid: z.string().optional(),
  resourceVersion: z.string().optional(),
  /** `metadata.generation`, for kinds that have one; status churn does not change it. */
  generation: z.int().optional(),
});
export type Target = z.infer<typeof Target>;
