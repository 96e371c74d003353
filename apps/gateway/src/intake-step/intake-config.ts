import { Identifier } from '@auto-ops/contracts';
import { z } from 'zod';

/** What the step `intake` is told; the gateway itself reads none of it. */
export const IntakeConfig = z.strictObject({
  run: Identifier.meta({ env: 'AUTO_OPS_RUN', description: "The run's name." }),
  runApi: z.string().meta({
    env: 'AUTO_OPS_RUN_API',
    description: 'Where the run API listens: unix:/path or https://address.',
  }),
  runApiInsecure: z.stringbool().default(false).meta({
    env: 'AUTO_OPS_RUN_API_INSECURE',
    description: 'Allows a run API at an http:// address inside the cluster.',
  }),
  runApiToken: z.string().optional().meta({
    env: 'AUTO_OPS_RUN_API_TOKEN',
    description: 'The token for the run API.',
    secret: true,
  }),
});
export type IntakeConfig = z.infer<typeof IntakeConfig>;
