import { z } from 'zod';

/** The part of a ConfigMap that a record is made of. */
export const RecordMetadata = z.object({
  name: z.string(),
  creationTimestamp: z.string(),
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
});
export type RecordMetadata = z.infer<typeof RecordMetadata>;
