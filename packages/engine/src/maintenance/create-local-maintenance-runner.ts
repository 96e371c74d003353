import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MaintenanceRun, MaintenanceRunner, MaintenanceTask } from '@auto-ops/contracts';
import { asAutoOpsError, type Logger } from '@auto-ops/runtime';
import { type Program, type StepEnd, type StepProcess, startStep } from '../local/step/start-step.ts';

/** What maintenance on one machine needs of its surroundings. */
export interface LocalMaintenanceOptions {
  /** Where the workspaces and the logs of its runs are. */
  readonly folder: string;
  /** The program of an app; may throw STEP_BUNDLE_MISSING. */
  programs(app: string): Program;
  /** The variables that a name such as `auto-ops-maintenance-backup` stands for, for a run. */
  environment(configName: string, run: string): Readonly<Record<string, string>>;
  /** Called before a run starts, so that its run API is there, and when it has ended. */
  prepare(run: string): Promise<void>;
  release(run: string): void;
  readonly logger: Logger;
  readonly path?: string;
  readonly clock?: () => number;
}

interface Known {
  readonly state: MaintenanceRun;
  readonly process?: StepProcess;
  readonly tries: number;
  readonly notBefore: number;
}

const app = 'maintenance';
const deadlineSeconds = 3600;
const longestRetry = 5;
const retryPause = 30_000;
const tryLater = 75;

/**
 * Maintenance as processes of this machine, one at a time: the same program that is the step of a Workflow. It remembers nothing: after
 * a restart a run that had not handed its result in is started again. Throws STEP_BUNDLE_MISSING.
 */
export function createLocalMaintenanceRunner(options: LocalMaintenanceOptions): MaintenanceRunner {
  const { folder, logger, clock = Date.now } = options;
  const path = options.path ?? `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
  const runs = new Map<string, Known>();
  let isClosed = false;
  let ended = Promise.withResolvers<void>();

  const running = (): Known[] => [...runs.values()].filter(({ process }) => process !== undefined);
  const lookAt = (run: string): MaintenanceRun => runs.get(run)?.state ?? { phase: 'absent' };

  async function start({ run, job }: MaintenanceTask, tries: number): Promise<void> {
    const workspace = join(folder, 'runs', run);
    const log = join(folder, 'logs', `${job}.log`);
    // Taken before anything is waited for, so that a second call does not start it too.
    runs.set(run, { state: { phase: 'running' }, tries, notBefore: 0 });
    try {
      await options.prepare(run);
      rmSync(log, { force: true });
      const process = startStep(
        {
          app,
          args: [job, '--workspace', workspace],
          configNames: [],
          variables: {},
          ownFolders: [workspace],
          temporary: join(folder, 'temporary', run),
          outputs: [],
          deadlineSeconds,
        },
        options.programs(app),
        Object.assign(
          { PATH: path },
          options.environment(`auto-ops-${app}`, run),
          options.environment(`auto-ops-${app}-${job}`, run),
        ),
        log,
        (end) => settle(run, end, tries, log),
      );
      runs.set(run, { state: { phase: 'running' }, process, tries, notBefore: 0 });
    } catch (error) {
      options.release(run);
      const { code, message } = asAutoOpsError(error);
      runs.set(run, { state: { phase: 'failed', message: `${code}: ${message}` }, tries, notBefore: 0 });
    }
  }

  function settle(run: string, { code, signal, reason, failure }: StepEnd, tries: number, log: string): void {
    options.release(run);
    void rm(join(folder, 'runs', run), { recursive: true, force: true });
    const isLater = code === tryLater && tries < longestRetry;
    const message =
      reason ?? failure?.message ?? (code === null ? `it was ended by ${signal}` : `it ended with exit ${code}`);
    const state: MaintenanceRun =
      code === 0
        ? { phase: 'succeeded' }
        : isLater
          ? { phase: 'absent' }
          : { phase: 'failed', message: `${message}; see ${log}` };
    runs.set(run, { state, tries, notBefore: isLater ? clock() + retryPause : 0 });
    if (isClosed && running().length === 0) ended.resolve();
  }

  return {
    look: async (run) => lookAt(run),
    async submit(task) {
      const known = runs.get(task.run);
      const { phase } = known?.state ?? { phase: 'absent' };
      if (phase === 'succeeded' || phase === 'failed') {
        // Told once; whoever asked has its result, or asks for it anew.
        runs.delete(task.run);
        return known?.state ?? { phase };
      }
      if (phase === 'absent' && !isClosed && clock() >= (known?.notBefore ?? 0) && ![...runs.values()].some(isBusy)) {
        await start(task, (known?.tries ?? 0) + 1);
      }
      return lookAt(task.run);
    },
    async close() {
      isClosed = true;
      const processes = running();
      if (processes.length === 0) return;
      ended = Promise.withResolvers<void>();
      logger.debug({ processes: processes.length }, 'Maintenance is being ended');
      for (const { process } of processes) process?.end('the gateway is closing');
      await ended.promise;
    },
  };
}

function isBusy({ state }: Known): boolean {
  return state.phase === 'running';
}
