import { z } from 'zod';

/** The collector's configuration; a zone gets the variables that name it and no others. */
export const Config = z.strictObject({
  kubeconfig: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_KUBECONFIG',
      isPath: true,
      description: 'Kubeconfig of the account that reads; absent in a pod, which has its own account.',
      zones: ['cluster'],
    }),
  kubeContext: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_KUBE_CONTEXT',
      description: "The kubeconfig's context; its current one where absent.",
      zones: ['cluster'],
    }),
  repository: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_REPOSITORY',
      isPath: true,
      description: 'Folder of the git repository that holds the manifests, for commits of the window and for edits.',
      zones: ['source'],
    }),
  redactionKey: z.string().min(16).optional().meta({
    env: 'AUTO_OPS_REDACTION_KEY',
    description: 'Secret under which redacted values get their tags; without it tags carry no hash.',
    secret: true,
  }),
  observeSeconds: z.coerce.number().int().min(5).max(600).default(120).meta({
    env: 'AUTO_OPS_OBSERVE_SECONDS',
    description: 'How long the world may take to settle after a change before the last look counts.',
  }),
  searchPath: z
    .string()
    .default('/usr/local/bin:/usr/bin:/bin')
    .meta({ env: 'PATH', description: 'Where git is found.', zones: ['source'] }),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').meta({
    env: 'AUTO_OPS_LOG_LEVEL',
    description: 'How much is logged.',
  }),
});
export type Config = z.infer<typeof Config>;
