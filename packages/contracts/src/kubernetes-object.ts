import { z } from 'zod';

/** One Kubernetes API object as the API returns it, possibly partial; only what identifies it is checked. */
export const KubernetesObject = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional(), uid: z.string().optional() }),
});
export type KubernetesObject = z.infer<typeof KubernetesObject>;
