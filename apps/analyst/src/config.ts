import { z } from 'zod';

/** The analyst's configuration. It reaches no cluster and holds no key. */
export const Config = z.strictObject({
  repository: z.string().optional().meta({
    env: 'AUTO_OPS_REPOSITORY',
    description: 'Local path of the repository that describes the cluster; the source zone then reads it too.',
  }),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').meta({
    env: 'AUTO_OPS_LOG_LEVEL',
    description: 'How much is logged.',
  }),
});
export type Config = z.infer<typeof Config>;
