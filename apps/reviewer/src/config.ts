import { z } from 'zod';

/** The reviewer's configuration. */
export const Config = z.strictObject({
  maximumIterations: z.coerce.number().int().min(1).max(5).default(3).meta({
    env: 'AUTO_OPS_MAX_ITERATIONS',
    description: 'How many attempts a fix has before a person takes over, from 1 to 5.',
  }),
  editPaths: z
    .string()
    .default('**/*.yaml,**/*.yml,**/*.json,**/*.toml,**/*.properties,**/*.conf,**/*.ini,**/*.tpl')
    .meta({
      env: 'AUTO_OPS_EDIT_PATHS',
      description: 'Files of a repository that may be edited: globs, comma-separated.',
    }),
  policyLimits: z.string().default('{}').meta({
    env: 'AUTO_OPS_POLICY_LIMITS',
    description: 'Limits of policy as a JSON object, for example {"actionsPerDay":20}.',
  }),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').meta({
    env: 'AUTO_OPS_LOG_LEVEL',
    description: 'How much is logged.',
  }),
});
export type Config = z.infer<typeof Config>;
