import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { openKnowledgeIndex } from '@auto-ops/knowledge';
import { createLogger, type Environment } from '@auto-ops/runtime';
import { buildApp } from './app/build-app.ts';
import type { GatewayParts } from './app/gateway-parts.ts';
import { splitAddress } from './app/split-address.ts';
import type { Config } from './config.ts';
import { createController } from './control/create-controller.ts';
import { openDecisionKey } from './control/decision-key.ts';
import { createMaintenanceController, type MaintenanceController } from './control/maintenance-controller.ts';
import { ownRetriesOf } from './control/own-retries-of.ts';
import { startCleaning } from './control/start-cleaning.ts';
import { createTokenDirectory } from './control/token-directory.ts';
import { openArgoEngine } from './engine/open-argo-engine.ts';
import { openLocalEngine } from './engine/open-local-engine.ts';
import { gapsOfGitHub } from './github/gaps-of-github.ts';
import { openGitHub } from './github/open-github.ts';
import { openBundleLibrary } from './intake/bundle-library.ts';
import { startFetching } from './intake/start-fetching.ts';
import { createRunApiServer, type RunApiServer } from './run-api/run-api-server.ts';
import { openStore } from './store/open-store.ts';

/** A running gateway. */
export interface Gateway {
  readonly address: string;
  close(): Promise<void>;
}

/** Starts store, engine, run API, controller and the public server, in this order; what is open goes on where it was. */
export async function startGateway(config: Config, environment: Environment): Promise<Gateway> {
  const logger = createLogger({ name: 'gateway', level: config.logLevel });
  const now = () => new Date().toISOString();
  const data = resolve(config.data);
  const directory = createTokenDirectory(config.tokens);
  const github = openGitHub(config, directory);
  for (const gap of gapsOfGitHub(config)) logger.warn({ gap }, 'a setting of GitHub leads to nothing');
  const key = openDecisionKey(data, config.decisionKey);
  const library = openBundleLibrary(config.bundles);
  rmSync(join(data, 'backup-parts'), { recursive: true, force: true });
  const store = openStore(data, now);
  const knowledge = openKnowledgeIndex(join(data, 'knowledge.sqlite'));
  const broken = await store.audit.verify();
  if (broken !== undefined) logger.error({ entry: broken }, 'the audit was altered: its chain breaks at this entry');
  const runFolder = (run: string) => resolve(data, 'runs', run);
  const settled = { ...config, data };
  const opened =
    config.engine === 'argo'
      ? openArgoEngine(settled, key, logger)
      : openLocalEngine(settled, environment, key, logger);
  const { engine } = opened;
  let runApi: RunApiServer | undefined;
  let maintenance: MaintenanceController | undefined;
  const controller = createController({
    store,
    engine,
    library,
    directory,
    github,
    key,
    logger,
    now,
    cluster: config.cluster,
    known: opened.known ?? (async () => undefined),
    activeRuns: config.activeRuns,
    ownRetries: ownRetriesOf(config),
    prepareRun: async (run) => {
      if (runApi !== undefined) await opened.prepareRun(runApi, run);
    },
    releaseRun: (run) => runApi?.release(run),
  });
  const parts: GatewayParts = {
    config: settled,
    store,
    engine,
    controller,
    maintenance: { kick: async () => maintenance?.kick() },
    knowledge,
    cluster: opened.cluster,
    key,
    directory,
    github,
    logger,
    now,
    runFolder,
  };
  runApi = await createRunApiServer(parts, opened.identify);
  await opened.begin(runApi, store.incidents.openRuns());
  controller.start();
  if (config.maintenance) {
    const runner = opened.openMaintenance(runApi);
    maintenance = createMaintenanceController({ store, runner, schedule: opened.schedule, logger, now });
    maintenance.start();
  }
  const stopFetching = startFetching({ store, github, logger, now }, () => controller.kick());
  const stopCleaning = startCleaning({
    store,
    logger,
    bundles: join(data, 'bundles'),
    forget: opened.forget,
    clock: () => new Date(),
  });
  const server = await buildApp(parts);
  const close = async () => {
    await server.close();
    stopCleaning();
    await stopFetching();
    await controller.stop();
    await maintenance?.stop();
    await opened.close();
    await runApi?.close();
    knowledge.close();
    store.close();
  };
  try {
    const address = await server.listen(splitAddress(config.listen));
    logger.info({ address, data }, 'gateway listens');
    return {
      address,
      close,
    };
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new AutoOpsError('PORT_IN_USE', `${config.listen} is in use by another program`, { cause: error });
  }
}
