import { join, resolve } from 'node:path';
import type { CommandCall } from '../command/command-definition.ts';

/** The kubeconfig and the context of a command: options go before AUTO_OPS_* variables, and those before what kubectl takes. */
export function clusterAccess({ options, config, environment }: CommandCall): {
  kubeconfig: string;
  context: string | undefined;
} {
  const { kubeconfig, context } = options;
  return {
    kubeconfig:
      typeof kubeconfig === 'string'
        ? resolve(kubeconfig)
        : (config.kubeconfig ?? environment.KUBECONFIG ?? join(environment.HOME ?? '', '.kube', 'config')),
    context: typeof context === 'string' ? context : config.kubeContext,
  };
}
