import { join, resolve } from 'node:path';
import { createLocalEngine, stepEnvironment } from '@auto-ops/engine';
import { type Environment, type Logger, nodeCryptography } from '@auto-ops/runtime';
import type { Config } from '../config.ts';
import type { DecisionKey } from '../control/decision-key.ts';
import { keptSecret } from '../control/kept-secret.ts';
import type { RunApiServer } from '../run-api/run-api-server.ts';
import { socketPath } from '../run-api/socket-path.ts';
import type { OpenedEngine } from './opened-engine.ts';

/** Opens the embedded engine over the data folder: each step is a process, and each run has a socket of its own. */
export function openLocalEngine(
  config: Config,
  environment: Environment,
  key: DecisionKey,
  logger: Logger,
): OpenedEngine {
  const runFolder = (run: string) => resolve(config.data, 'runs', run);
  const redactionKey = keptSecret(join(config.data, 'redaction-key'));
  const engine = createLocalEngine({
    folder: config.data,
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
  const prepareRun = (runApi: RunApiServer, run: string) => runApi.open(run, socketPath(runFolder(run)));
  return {
    engine,
    prepareRun,
    async begin(runApi, openRuns) {
      for (const run of openRuns) await prepareRun(runApi, run);
      await engine.resumeAll();
    },
    forget: (before) => engine.forget(before),
    close: () => engine.close(),
  };
}
