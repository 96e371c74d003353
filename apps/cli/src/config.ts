import { z } from 'zod';

/** Everything the command line can be told by the environment. */
export const Config = z.strictObject({
  url: z
    .url()
    .default('http://127.0.0.1:8080')
    .meta({ env: 'AUTO_OPS_URL', description: 'The gateway that `auto-ops incident` talks to.' }),
  token: z.string().optional().meta({
    env: 'AUTO_OPS_TOKEN',
    description: 'Token of the REST API; where absent, the one that `auto-ops serve` made in the data folder.',
    secret: true,
  }),
  data: z
    .string()
    .default('.auto-ops')
    .meta({ env: 'AUTO_OPS_DATA', description: 'Folder of the store and of the runs.' }),
  kubeconfig: z.string().optional().meta({
    env: 'AUTO_OPS_KUBECONFIG',
    description: 'Kubeconfig of the collectors; where absent, that of KUBECONFIG or ~/.kube/config.',
  }),
  kubeContext: z
    .string()
    .optional()
    .meta({ env: 'AUTO_OPS_KUBE_CONTEXT', description: 'Context of the kubeconfig; its current one where absent.' }),
  template: z
    .string()
    .optional()
    .meta({ env: 'AUTO_OPS_TEMPLATE', description: 'The WorkflowTemplate that the embedded engine runs.' }),
  programs: z
    .string()
    .optional()
    .meta({ env: 'AUTO_OPS_PROGRAMS', description: 'Folder of the bundled apps that are the steps.' }),
  modelUrl: z.url().optional().meta({
    env: 'AUTO_OPS_MODEL_URL',
    description: 'Base address of an OpenAI-compatible model, for example http://127.0.0.1:11434/v1.',
  }),
  modelKey: z
    .string()
    .optional()
    .meta({ env: 'AUTO_OPS_MODEL_KEY', description: 'Key of the model endpoint.', secret: true }),
  logLevel: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .meta({ env: 'AUTO_OPS_LOG_LEVEL', description: 'How much is logged.' }),
});
export type Config = z.infer<typeof Config>;
