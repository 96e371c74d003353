import { z } from 'zod';

/** The part of a RoleBinding or ClusterRoleBinding that says who gets what. */
export const Binding = z.looseObject({
  metadata: z.looseObject({ namespace: z.string().optional() }),
  subjects: z.array(z.looseObject({ kind: z.string(), name: z.string(), namespace: z.string().optional() })).nullish(),
  roleRef: z.looseObject({ kind: z.string(), name: z.string() }),
});
export type Binding = z.infer<typeof Binding>;
