import type { CommandOption } from '../command/command-definition.ts';

/** Which cluster a command looks at. */
export const clusterOptions: readonly CommandOption[] = [
  { flags: '--kubeconfig <file>', summary: 'Kubeconfig (AUTO_OPS_KUBECONFIG).' },
  { flags: '--context <name>', summary: 'Context of the kubeconfig (AUTO_OPS_KUBE_CONTEXT).' },
];
