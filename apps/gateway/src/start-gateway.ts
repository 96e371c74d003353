import { join, resolve } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { createLocalEngine, stepEnvironment } from '@auto-ops/engine';
import { createLogger, type Environment, nodeCryptography } from '@auto-ops/runtime';
import { buildApp } from './app/build-app.ts';
import type { GatewayParts } from './app/gateway-parts.ts';
import type { Config } from './config.ts';
import { createController } from './control/controller.ts';
import { openDecisionKey } from './control/decision-key.ts';
import { keptSecret } from './control/kept-secret.ts';
import { createTokenDirectory } from './control/token-directory.ts';
import { openBundleLibrary } from './intake/bundle-library.ts';
import { createRunApiServer, type RunApiServer } from './run-api/run-api-server.ts';
import { socketPath } from './run-api/socket-path.ts';
import { openStore } from './store/open-store.ts';

/** A running gateway. */
export interface Gateway {
  readonly address: string;
  close(): Promise<void>;
}

/** Starts store, embedded engine, run API, controller and the public server, in this order; what is open goes on where it was. */
export async function startGateway(config: Config, environment: Environment): Promise<Gateway> {
  const logger = createLogger({ name: 'gateway', level: config.logLevel });
  const now = () => new Date().toISOString();
  const data = resolve(config.data);
  const directory = createTokenDirectory(config.tokens);
  const key = openDecisionKey(data, config.decisionKey);
  const redactionKey = keptSecret(join(data, 'redaction-key'));
  const library = openBundleLibrary(config.bundles);
  const store = openStore(data, now);
  const runFolder = (run: string) => resolve(data, 'runs', run);
  const engine = createLocalEngine({
    folder: data,
    template: config.template,
    programs: (app) => ({ command: process.execPath, args: [resolve(config.programs, `${app}.mjs`)] }),
    environment: (configName, run) =>
      stepEnvironment(configName, {
        ...environment,
        AUTO_OPS_REDACTION_KEY: nodeCryptography.hmac(redactionKey, run),
        AUTO_OPS_RUN: run,
        AUTO_OPS_RUN_API: `unix:${socketPath(runFolder(run))}`,
        AUTO_OPS_DECISION_PUBLIC_KEYS: `${key.id}=${key.publicKeyFile}`,
      }),
    parallelism: config.parallelism,
    logger,
  });
  let runApi: RunApiServer | undefined;
  const openRunApi = async (run: string) => runApi?.open(run, socketPath(runFolder(run)));
  const controller = createController({
    store,
    engine,
    library,
    key,
    logger,
    now,
    cluster: config.cluster,
    activeRuns: config.activeRuns,
    prepareRun: openRunApi,
  });
  const parts: GatewayParts = {
    config: { ...config, data },
    store,
    engine,
    controller,
    key,
    directory,
    logger,
    now,
    runFolder,
  };
  runApi = await createRunApiServer(parts);
  for (const record of store.incidents.list(10_000)) if (record.state !== 'ended') await openRunApi(record.run);
  await engine.resumeAll();
  controller.start();
  const server = await buildApp(parts);
  const close = async () => {
    await server.close();
    await controller.stop();
    await engine.close();
    await runApi?.close();
    store.close();
  };
  const separator = config.listen.lastIndexOf(':');
  const host = config.listen.slice(0, separator).replace(/^\[|\]$/g, '');
  try {
    const address = await server.listen({ host, port: Number(config.listen.slice(separator + 1)) });
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
