import { Identifier } from '@auto-ops/contracts';
import { z } from 'zod';

const cluster = ['rehearse', 'apply', 'undo'];
// All steps of the actuator are told where the run API is; undo has nothing to ask there.
const runApi = ['rehearse', 'propose', 'decide', 'apply', 'verify', 'undo', 'report'];

/** The actuator's configuration; each zone gets the variables that name it and no others. */
export const Config = z.strictObject({
  kubeconfig: z.string().optional().meta({
    env: 'AUTO_OPS_KUBECONFIG',
    isPath: true,
    description: 'Kubeconfig where one account does everything; absent in a pod, which has its own account.',
    zones: cluster,
  }),
  rehearseKubeconfig: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_REHEARSE_KUBECONFIG',
      isPath: true,
      description: 'Kubeconfig of the account that may write dry runs only.',
      zones: ['rehearse'],
    }),
  applyKubeconfig: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_APPLY_KUBECONFIG',
      isPath: true,
      description: 'Kubeconfig of the account that changes the target.',
      zones: ['apply', 'undo'],
    }),
  kubeContext: z.string().optional().meta({
    env: 'AUTO_OPS_KUBE_CONTEXT',
    description: "The kubeconfig's context; its current one where absent.",
    zones: cluster,
  }),
  runApi: z.string().optional().meta({
    env: 'AUTO_OPS_RUN_API',
    description: 'Where the run API listens: unix:/path or https://address.',
    zones: runApi,
  }),
  runApiInsecure: z.stringbool().default(false).meta({
    env: 'AUTO_OPS_RUN_API_INSECURE',
    description: 'Allows a run API at an http:// address inside the cluster.',
    zones: runApi,
  }),
  runApiToken: z.string().optional().meta({
    env: 'AUTO_OPS_RUN_API_TOKEN',
    description: 'The token for the run API.',
    secret: true,
    zones: runApi,
  }),
  decisionPublicKeys: z
    .string()
    .regex(/^[^=,]+=[^,]+(,[^=,]+=[^,]+)*$/, 'must read keyId=path,keyId=path')
    .optional()
    .meta({
      env: 'AUTO_OPS_DECISION_PUBLIC_KEYS',
      description:
        'Public keys (Ed25519) that sign decisions, comma-separated: keyId=path of a PEM file, or keyId=spki:base64.',
      zones: ['decide', 'apply'],
    }),
  run: Identifier.optional().meta({
    env: 'AUTO_OPS_RUN',
    description: "The run's name; taken from the workspace where absent.",
  }),
  proposalSeconds: z.coerce
    .number()
    .int()
    .min(10)
    .max(1800)
    .default(1800)
    .meta({
      env: 'AUTO_OPS_PROPOSAL_SECONDS',
      description: 'How long a proposal waits for a decision where that is shorter than policy lets it wait.',
      zones: ['propose'],
    }),
  policyLimits: z
    .string()
    .default('{}')
    .meta({
      env: 'AUTO_OPS_POLICY_LIMITS',
      description: 'Limits of policy as a JSON object, for example {"actionsPerDay":20}.',
      zones: ['rehearse', 'apply'],
    }),
  editPaths: z
    .string()
    .default('**/*.yaml,**/*.yml,**/*.json,**/*.toml,**/*.properties,**/*.conf,**/*.ini,**/*.tpl')
    .meta({
      env: 'AUTO_OPS_EDIT_PATHS',
      description: 'Files of a repository that may be edited: globs, comma-separated.',
      zones: ['rehearse', 'apply'],
    }),
  searchPath: z
    .string()
    .default('/usr/local/bin:/usr/bin:/bin')
    .meta({
      env: 'PATH',
      description: 'Where git is found.',
      zones: ['rehearse', 'apply'],
    }),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').meta({
    env: 'AUTO_OPS_LOG_LEVEL',
    description: 'How much is logged.',
  }),
});
export type Config = z.infer<typeof Config>;
