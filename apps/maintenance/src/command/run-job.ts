import { mkdirSync } from 'node:fs';
import { AutoOpsError, MaintenanceRecord, type StepOutputs } from '@auto-ops/contracts';
import { asAutoOpsError, createRunApi, type Logger } from '@auto-ops/runtime';
import { emptyFolder, holdStepLock, outputTexts, parseOutputs, type Workspace } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import type { Job } from '../job.ts';

/** What `runJob` needs beside the job. */
export interface JobRun {
  readonly job: Job;
  readonly workspace: Workspace;
  readonly config: Readonly<Config>;
  readonly configured: readonly string[];
  readonly version: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * One start of a job: takes the lock of its folder, answers at once where it is done already, otherwise clears the folder, asks the
 * gateway what to do, does it, and writes outputs and record; the record is written after a failure too.
 */
export async function runJob(run: JobRun): Promise<StepOutputs> {
  const { job, workspace, config } = run;
  const folder = job.name;
  const recordFile = `${folder}/record.json`;
  mkdirSync(workspace.path(folder), { recursive: true });
  const lock = holdStepLock(workspace.path(`${folder}/.lock`));
  const started = Date.now();
  const write = (rest: Pick<MaintenanceRecord, 'outcome' | 'outputs' | 'error'>) =>
    workspace.write(MaintenanceRecord, recordFile, {
      schemaVersion: 1,
      job: job.name,
      folder,
      version: run.version,
      configuration: [...run.configured],
      startedAt: new Date(started).toISOString(),
      endedAt: new Date().toISOString(),
      durationMilliseconds: Date.now() - started,
      ...rest,
    });
  try {
    const stored = workspace.readIfPresent(MaintenanceRecord, recordFile);
    if (stored?.outcome === 'done') return parseOutputs(stored.outputs);
    emptyFolder(workspace.path(folder));
    try {
      const api = createRunApi({
        address: config.runApi,
        insecure: config.runApiInsecure,
        token: config.runApiToken,
        signal: run.signal,
      });
      const task = await api.maintenanceTask(config.run);
      if (task.job !== job.name) {
        throw new AutoOpsError('RUN_STATE_INVALID', `${config.run} is a run of ${task.job}, not of ${job.name}`);
      }
      const outputs = await job.run({
        task,
        api,
        config,
        workspace,
        folder,
        logger: run.logger,
        signal: run.signal,
      });
      const texts = outputTexts(outputs);
      for (const [name, text] of Object.entries(texts)) workspace.writeText(`${folder}/outputs/${name}`, text);
      write({ outcome: 'done', outputs: texts });
      return outputs;
    } catch (error) {
      const { code, message, hint } = asAutoOpsError(error);
      write({ outcome: 'failed', outputs: {}, error: { code, message, hint } });
      throw error;
    }
  } finally {
    lock.close();
  }
}
