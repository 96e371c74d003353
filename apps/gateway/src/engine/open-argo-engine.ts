import {
  type Credentials,
  createArgoServerClient,
  createWorkflowsClient,
  kubeconfigCredentials,
  openKubernetesApi,
  podCredentials,
} from '@auto-ops/argo-workflows-client';
import { createArgoEngine, createArgoMaintenanceRunner, createEventSource } from '@auto-ops/engine';
import type { Logger } from '@auto-ops/runtime';
import type { Config } from '../config.ts';
import type { DecisionKey } from '../control/decision-key.ts';
import { identifyByToken } from '../run-api/identify-by-token.ts';
import { argoSettings } from './argo-settings.ts';
import { openClusterView } from './open-cluster-view.ts';
import type { OpenedEngine } from './opened-engine.ts';
import { publishDecisionKey } from './publish-decision-key.ts';

const publishPause = 5000;

/** Opens the engine of a cluster: each step is a pod, and all runs share one run API, where a step is told by its token. */
export function openArgoEngine(config: Config, key: DecisionKey, logger: Logger): OpenedEngine {
  const settings = argoSettings(config);
  const credentials: Credentials & { readonly namespace?: string } =
    config.kubeconfig === undefined ? podCredentials() : kubeconfigCredentials(config.kubeconfig, config.kubeContext);
  const namespace = config.namespace ?? credentials.namespace ?? 'auto-ops';
  const kubernetes = openKubernetesApi(credentials);
  const workflows = createWorkflowsClient(kubernetes, namespace);
  const server = createArgoServerClient(
    {
      server: settings.argoServer.replace(/\/$/, ''),
      verify: config.argoServerVerify,
      token: () => config.argoServerToken ?? credentials.token?.(),
    },
    workflows,
    namespace,
  );
  const events = createEventSource(settings.eventsUrl, () => settings.eventsToken);
  const engine = createArgoEngine({
    kubernetes,
    workflows,
    server,
    events,
    namespace,
    template: config.workflowTemplate,
    logger,
  });
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  /** The gateway takes alerts although the cluster is away; what it has to write there is written when it is back. */
  async function publish(): Promise<void> {
    try {
      await publishDecisionKey(kubernetes, namespace, key);
      logger.info({ namespace, keyId: key.id }, 'the key of decisions is published');
    } catch (error) {
      logger.error({ err: error }, 'the key of decisions could not be published; it is tried again');
      if (!isClosed) timer = setTimeout(() => void publish(), publishPause);
    }
  }

  return {
    engine,
    identify: identifyByToken(kubernetes, namespace),
    cluster: openClusterView(kubernetes, workflows, namespace),
    // CronWorkflows have a clock of their own.
    schedule: [],
    known: () => engine.listed(),
    openMaintenance: () => createArgoMaintenanceRunner({ workflows, events, logger }),
    async begin(runApi) {
      const port = await runApi.listen(settings.runApiListen, settings.tls);
      logger.info({ port, tls: settings.tls !== undefined }, 'run API listens');
      void publish();
    },
    prepareRun: async () => undefined,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await engine.close();
      server.close();
      kubernetes.close();
    },
  };
}
