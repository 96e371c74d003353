import { z } from 'zod';

/**
 * What a statement is about: a Kubernetes object (always with `apiVersion`) or a thing outside it
 * (`Component`, `Host`, `Database`, `External`, without one).
 */
export const Subject = z.looseObject({
  cluster: z.string().optional(),
  apiVersion: z.string().optional(),
  kind: z.string().min(1),
  namespace: z.string().optional(),
  name: z.string().min(1),
});
export type Subject = z.infer<typeof Subject>;
