import { z } from 'zod';

/** One node of the run as people see it. */
export const NodeView = z
  .strictObject({
    name: z.string(),
    kind: z.string(),
    phase: z.string(),
    startedAt: z.string().optional(),
    finishedAt: z.string().optional(),
    message: z.string().optional(),
    outputs: z.record(z.string(), z.string()),
  })
  .meta({ id: 'RunNode' });
export type NodeView = z.infer<typeof NodeView>;
