import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLocalEngine, createLocalMaintenanceRunner, stepEnvironment } from '@auto-ops/engine';
import { type Environment, type Logger, nodeCryptography } from '@auto-ops/runtime';
import type { Config } from '../config.ts';
import type { DecisionKey } from '../control/decision-key.ts';
import { keptSecret } from '../control/kept-secret.ts';
import { maintenanceSchedule } from '../control/maintenance-schedule.ts';
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
  const maintenanceFolder = join(config.data, 'maintenance');
  const socketFolder = (run: string) => resolve(maintenanceFolder, 'sockets', run);
  const maintenanceSocket = (run: string) => socketPath(socketFolder(run));
  const programs = (app: string) => ({ command: process.execPath, args: [resolve(config.programs, `${app}.mjs`)] });
  const environmentOf = (configName: string, run: string, socket: string) =>
    stepEnvironment(configName, {
      ...environment,
      AUTO_OPS_REDACTION_KEY: nodeCryptography.hmac(redactionKey, run),
      AUTO_OPS_RUN: run,
      AUTO_OPS_RUN_API: `unix:${socket}`,
      AUTO_OPS_DECISION_PUBLIC_KEYS: `${key.id}=${key.publicKeyFile}`,
    });
  const engine = createLocalEngine({
    folder: config.data,
    template: config.template,
    programs,
    environment: (configName, run) => environmentOf(configName, run, socketPath(runFolder(run))),
    parallelism: config.parallelism,
    logger,
  });
  const prepareRun = (runApi: RunApiServer, run: string) => runApi.open(run, socketPath(runFolder(run)));
  return {
    engine,
    prepareRun,
    schedule: maintenanceSchedule(environment),
    openMaintenance(runApi) {
      // What a gateway that was killed left behind.
      for (const part of ['runs', 'sockets', 'temporary'])
        rmSync(join(maintenanceFolder, part), { recursive: true, force: true });
      return createLocalMaintenanceRunner({
        folder: maintenanceFolder,
        programs,
        environment: (configName, run) => environmentOf(configName, run, maintenanceSocket(run)),
        prepare: (run) => runApi.open(run, maintenanceSocket(run)),
        release(run) {
          runApi.release(run);
          rmSync(socketFolder(run), { recursive: true, force: true });
        },
        logger,
      });
    },
    async begin(runApi, openRuns) {
      for (const run of openRuns) await prepareRun(runApi, run);
      await engine.resumeAll();
    },
    forget: (before) => engine.forget(before),
    close: () => engine.close(),
  };
}
