import { z } from 'zod';

/** The fixer's configuration; only the check runs a command of somebody else's. */
export const Config = z.strictObject({
  checkCommand: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .meta({
      env: 'AUTO_OPS_CHECK_COMMAND',
      description: "The repository's test command, run in the sandbox by `sh -c`; absent for none.",
      zones: ['check'],
    }),
  checkDiscover: z
    .stringbool()
    .default(false)
    .meta({
      env: 'AUTO_OPS_CHECK_DISCOVER',
      description: 'Whether the test command may be taken from package.json or a Makefile of the repository.',
      zones: ['check'],
    }),
  checkSeconds: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(300)
    .meta({
      env: 'AUTO_OPS_CHECK_SECONDS',
      description: 'How long the test command may take, in seconds.',
      zones: ['check'],
    }),
  searchPath: z
    .string()
    .default('/usr/local/bin:/usr/bin:/bin')
    .meta({ env: 'PATH', description: 'Where git and bubblewrap are found.', zones: ['fix', 'check'] }),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').meta({
    env: 'AUTO_OPS_LOG_LEVEL',
    description: 'How much is logged.',
  }),
});
export type Config = z.infer<typeof Config>;
