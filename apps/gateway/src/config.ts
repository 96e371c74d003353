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
  hookTokens: z.string().min(16).meta({
    env: 'AUTO_OPS_HOOK_TOKENS',
    description:
      'Bearer token of the hooks, at least 16 characters; two, separated by a comma, while one replaces the other.',
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
