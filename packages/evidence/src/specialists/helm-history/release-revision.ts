import { z } from 'zod';

const Values = z.record(z.string(), z.unknown()).nullish();

/** What is read of one revision as Helm stores it; the rendered manifest and the chart's files are not looked at. */
export const ReleaseRevision = z.object({
  name: z.string().min(1).max(253),
  namespace: z.string().min(1).max(63),
  version: z.number().int().positive(),
  info: z.object({
    first_deployed: z.string().optional(),
    last_deployed: z.string(),
    status: z.string().max(63),
    description: z.string().default(''),
  }),
  chart: z.object({
    metadata: z.object({
      name: z.string().max(253),
      version: z.string().max(253),
      appVersion: z.string().max(253).optional(),
    }),
  }),
  /** What the person who installed it set over the chart's own values. */
  config: Values,
});
export type ReleaseRevision = z.infer<typeof ReleaseRevision>;
