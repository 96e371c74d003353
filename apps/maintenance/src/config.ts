import { Identifier } from '@auto-ops/contracts';
import { z } from 'zod';

const source = ['reindex', 'review-risk'];

/** The configuration of maintenance; a zone is a job, and gets the variables that name it and no others. */
export const Config = z.strictObject({
  run: Identifier.meta({
    env: 'AUTO_OPS_RUN',
    description: "The run's name.",
  }),
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
  checks: z
    .string()
    .default('')
    .meta({
      env: 'AUTO_OPS_CHECKS',
      description: 'Endpoints the heartbeat looks at, one a line: name http|tcp|dns|tls target [namespace].',
      zones: ['heartbeat'],
    }),
  heartbeatUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      env: 'AUTO_OPS_HEARTBEAT_URL',
      description:
        "Address outside that is asked after each heartbeat the gateway took; its silence is somebody else's alert.",
      secret: true,
      zones: ['heartbeat'],
    }),
  repositories: z.string().default('').meta({
    env: 'AUTO_OPS_REPOSITORIES',
    description:
      'Repositories whose runbooks are indexed and whose pull requests are judged, one a line: owner/name [https address or folder [branch]].',
    zones: source,
  }),
  gitToken: z.string().optional().meta({
    env: 'AUTO_OPS_GIT_TOKEN',
    description: 'Token that may read the repositories of AUTO_OPS_REPOSITORIES.',
    secret: true,
    zones: source,
  }),
  searchPath: z.string().default('/usr/local/bin:/usr/bin:/bin').meta({
    env: 'PATH',
    description: 'Where git is found.',
    zones: source,
  }),
  kubeconfig: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_KUBECONFIG',
      isPath: true,
      description: 'Kubeconfig of the account that reads; absent in a pod, which has its own account.',
      zones: ['review-logs'],
    }),
  kubeContext: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_KUBE_CONTEXT',
      description: "The kubeconfig's context; its current one where absent.",
      zones: ['review-logs'],
    }),
  logReviewNamespaces: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((name) => name !== ''))
    .pipe(z.array(Identifier).max(100))
    .meta({
      env: 'AUTO_OPS_LOG_REVIEW_NAMESPACES',
      description: 'Namespaces whose logs are reviewed, comma-separated; none where empty.',
      zones: ['review-logs'],
    }),
  logReviewHours: z.coerce
    .number()
    .int()
    .min(1)
    .max(168)
    .default(24)
    .meta({
      env: 'AUTO_OPS_LOG_REVIEW_HOURS',
      description: 'How far back the log review reads, in hours.',
      zones: ['review-logs'],
    }),
  backupFolder: z
    .string()
    .optional()
    .meta({
      env: 'AUTO_OPS_BACKUP_FOLDER',
      isPath: true,
      description: 'Folder that backups are written to.',
      zones: ['backup'],
    }),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').meta({
    env: 'AUTO_OPS_LOG_LEVEL',
    description: 'How much is logged.',
  }),
});
export type Config = z.infer<typeof Config>;
