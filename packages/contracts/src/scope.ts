import { z } from 'zod';

/** Where an investigation may look: namespaces of the cluster and services known by name. */
export const Scope = z.looseObject({
  namespaces: z.array(z.string()).optional(),
  services: z.array(z.string()).optional(),
});
export type Scope = z.infer<typeof Scope>;
