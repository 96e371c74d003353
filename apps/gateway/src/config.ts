import { z } from 'zod';

const megabyte = 1024 * 1024;

/** Everything the gateway can be told, one environment variable a field. */
export const Config = z.strictObject({
  listen: z
    .string()
    .regex(/^(?:\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i, 'expected host:port')
    .default('127.0.0.1:8080')
    .meta({ env: 'AUTO_OPS_LISTEN', description: 'Address and port of hooks, REST API, metrics and health.' }),
  data: z
    .string()
    .default('.auto-ops')
    .meta({ env: 'AUTO_OPS_DATA', description: 'Folder of the store and of the runs.' }),
  tokens: z.string().meta({
    env: 'AUTO_OPS_TOKENS',
    description:
      'Who may use the REST API: one `name roles token [namespaces]` a line, roles and namespaces separated by commas. Roles: viewer, reporter, approver, admin.',
    secret: true,
  }),
  hookTokens: z
    .string()
    .regex(
      /^\s*[^\s,]{16,}\s*(?:,\s*[^\s,]{16,}\s*)?$/,
      'expected one token of at least 16 characters, or two separated by a comma',
    )
    .meta({
      env: 'AUTO_OPS_HOOK_TOKENS',
      description:
        'Bearer token of the hooks, at least 16 characters; two, separated by a comma, while one replaces the other.',
      secret: true,
    }),
  githubWebhookSecrets: z
    .string()
    .regex(
      /^[^\s,]{16,}(?:,[^\s,]{16,})?$/,
      'expected one secret of at least 16 characters, or two separated by a comma',
    )
    .optional()
    .meta({
      env: 'AUTO_OPS_GITHUB_WEBHOOK_SECRETS',
      description:
        'Secret of the webhooks of GitHub, at least 16 characters; two, separated by a comma, while one replaces the other. Without it there is no hook for GitHub.',
      secret: true,
    }),
  githubRepositories: z.string().default('').meta({
    env: 'AUTO_OPS_GITHUB_REPOSITORIES',
    description:
      'The repositories of GitHub that count: one `owner/name [namespaces]` a line, namespaces separated by commas; what comes from one is looked for in its namespaces.',
  }),
  githubIdentities: z.string().default('').meta({
    env: 'AUTO_OPS_GITHUB_IDENTITIES',
    description:
      'Who may command in comments of GitHub: one `login name [id]` a line, the name as in AUTO_OPS_TOKENS, whose roles and namespaces hold; with the number of the account no other account that takes the login.',
  }),
  githubLabel: z.string().min(1).max(50).default('auto-ops').meta({
    env: 'AUTO_OPS_GITHUB_LABEL',
    description: 'The label that hands an issue of GitHub over.',
  }),
  githubApi: z
    .url({ protocol: /^https?$/ })
    .default('https://api.github.com')
    .meta({
      env: 'AUTO_OPS_GITHUB_API',
      description: 'Address of the REST API of GitHub.',
    }),
  githubToken: z.string().optional().meta({
    env: 'AUTO_OPS_GITHUB_TOKEN',
    description:
      'Token that reads metadata, issues, pull requests, actions and contents, for events that come through Argo Events.',
    secret: true,
  }),
  decisionKey: z.string().optional().meta({
    env: 'AUTO_OPS_DECISION_KEY',
    description:
      'Ed25519 private key in PEM that signs decisions; made in the data folder at the first start where absent.',
    secret: true,
  }),
  cluster: z
    .string()
    .max(100)
    .optional()
    .meta({ env: 'AUTO_OPS_CLUSTER', description: 'Name of the cluster in incidents and locks.' }),
  bundles: z.string().optional().meta({
    env: 'AUTO_OPS_BUNDLES',
    description:
      'Folder of recorded incidents: an alert that equals a recorded one is replayed from its bundle and touches nothing live.',
  }),
  template: z.string().default('argo/templates/incident.yaml').meta({
    env: 'AUTO_OPS_TEMPLATE',
    description: 'The WorkflowTemplate that the embedded engine runs.',
  }),
  programs: z
    .string()
    .default('dist')
    .meta({ env: 'AUTO_OPS_PROGRAMS', description: 'Folder of the bundled apps that are the steps.' }),
  parallelism: z.coerce.number().int().min(1).max(64).default(4).meta({
    env: 'AUTO_OPS_PARALLELISM',
    description: 'Step processes at once.',
  }),
  activeRuns: z.coerce.number().int().min(1).max(1000).default(4).meta({
    env: 'AUTO_OPS_ACTIVE_RUNS',
    description:
      'Runs at once that are not waiting for a person; further incidents wait their turn, critical ones first.',
  }),
  retryAfterHours: z.coerce.number().min(0).max(8760).default(4).meta({
    env: 'AUTO_OPS_RETRY_AFTER_HOURS',
    description:
      'How long after its ending an incident runs again by itself where its alert still fires and nothing was repaired; 0 for never.',
  }),
  retryLimit: z.coerce.number().int().min(0).max(100).default(3).meta({
    env: 'AUTO_OPS_RETRY_LIMIT',
    description: 'How often an incident runs again by itself, at most.',
  }),
  engine: z.enum(['local', 'argo']).default('local').meta({
    env: 'AUTO_OPS_ENGINE',
    description: '`local` runs the steps as processes of this machine, `argo` as Workflows of a cluster.',
  }),
  kubeconfig: z.string().optional().meta({
    env: 'AUTO_OPS_KUBECONFIG',
    description:
      'With `argo`, outside of a pod: a kubeconfig with a token or a certificate. In a pod its own account is used.',
  }),
  kubeContext: z.string().optional().meta({
    env: 'AUTO_OPS_KUBE_CONTEXT',
    description: "The kubeconfig's context; its current one where absent.",
  }),
  namespace: z.string().optional().meta({
    env: 'AUTO_OPS_NAMESPACE',
    description: "With `argo`: where the Workflows are; the pod's own namespace, else auto-ops.",
  }),
  workflowTemplate: z.string().default('auto-ops-incident').meta({
    env: 'AUTO_OPS_WORKFLOW_TEMPLATE',
    description: 'With `argo`: name of the WorkflowTemplate of an incident.',
  }),
  eventsUrl: z.url().optional().meta({
    env: 'AUTO_OPS_EVENTS_URL',
    description: 'With `argo`: address of the webhook EventSource.',
  }),
  eventsToken: z.string().optional().meta({
    env: 'AUTO_OPS_EVENTS_TOKEN',
    description: 'With `argo`: bearer token of the EventSource.',
    secret: true,
  }),
  argoServer: z.url().optional().meta({
    env: 'AUTO_OPS_ARGO_SERVER',
    description: 'With `argo`: address of the Argo Server, which wakes and stops runs.',
  }),
  argoServerToken: z.string().optional().meta({
    env: 'AUTO_OPS_ARGO_SERVER_TOKEN',
    description: 'With `argo`: token for the Argo Server; the one for the Kubernetes API where absent.',
    secret: true,
  }),
  argoServerVerify: z.stringbool().default(true).meta({
    env: 'AUTO_OPS_ARGO_SERVER_VERIFY',
    description: 'With `argo`: false takes any certificate of the Argo Server, such as the one it makes for itself.',
  }),
  runApiListen: z
    .string()
    .regex(/^(?:\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i, 'expected host:port')
    .optional()
    .meta({
      env: 'AUTO_OPS_RUN_API_LISTEN',
      description: 'With `argo`: address and port of the run API, which the steps of a run reach.',
    }),
  runApiCertificate: z.string().optional().meta({
    env: 'AUTO_OPS_RUN_API_CERTIFICATE',
    description: 'With `argo`: PEM file of the certificate of the run API; plain HTTP where absent.',
  }),
  runApiKey: z.string().optional().meta({
    env: 'AUTO_OPS_RUN_API_KEY',
    description: 'With `argo`: PEM file of the key of that certificate.',
  }),
  maintenance: z.stringbool().default(true).meta({
    env: 'AUTO_OPS_MAINTENANCE',
    description:
      'False starts no maintenance from here. With `local`, what is configured runs by itself: heartbeat, backup, re-index, log review.',
  }),
  deadLetterToken: z.string().min(16).optional().meta({
    env: 'AUTO_OPS_DEAD_LETTER_TOKEN',
    description:
      'With `argo`: bearer token by which Sensors hand in the events they gave up, at least 16 characters; none are taken where absent.',
    secret: true,
  }),
  maxBodyBytes: z.coerce
    .number()
    .int()
    .min(1024)
    .max(64 * megabyte)
    .default(25 * megabyte)
    .meta({
      env: 'AUTO_OPS_MAX_BODY_BYTES',
      description: 'Largest request body in bytes.',
    }),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info').meta({
    env: 'AUTO_OPS_LOG_LEVEL',
    description: 'How much is logged.',
  }),
});
export type Config = z.infer<typeof Config>;
