import { existsSync } from 'node:fs';
import { createRunApi } from '@auto-ops/runtime';
import { openConnection } from './cluster/connection.ts';
import { createCluster } from './cluster/create-cluster.ts';
import { defaultPatience } from './cluster/patience.ts';
import type { Surroundings } from './surroundings.ts';

const podToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** The real surroundings: the clock, the configured cluster (or the pod's own), the configured run API. */
export function createSurroundings(): Surroundings {
  return {
    now: () => new Date().toISOString(),
    async openCluster(step, config, signal) {
      const own = step === 'rehearse' ? config.rehearseKubeconfig : config.applyKubeconfig;
      const kubeconfig = own ?? config.kubeconfig;
      if (kubeconfig === undefined && !existsSync(podToken)) return undefined;
      const connection = await openConnection({ kubeconfig, context: config.kubeContext, signal });
      return createCluster(connection, { ...defaultPatience, signal });
    },
    openRunApi(config, signal) {
      return config.runApi === undefined
        ? undefined
        : createRunApi({
            address: config.runApi,
            insecure: config.runApiInsecure,
            token: config.runApiToken,
            signal,
          });
    },
  };
}
