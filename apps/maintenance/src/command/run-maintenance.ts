import {
  asAutoOpsError,
  configuredNames,
  createLogger,
  type Environment,
  readConfiguration,
  requireNode,
} from '@auto-ops/runtime';
import { followParent, openWorkspace } from '@auto-ops/workspace';
import { Config } from '../config.ts';
import type { Job } from '../job.ts';
import { jobArguments } from './job-arguments.ts';
import { jobHelp } from './job-help.ts';
import { runJob } from './run-job.ts';

/** What the program was started with. */
export interface Maintenance {
  readonly version: string;
  readonly jobs: readonly Job[];
  readonly argv: readonly string[];
  readonly environment: Environment;
}

/**
 * The whole main: one line of JSON with the outputs on stdout, the log on stderr, and an exit code of the error table
 * (0 done, 1 defect, 2 usage, 3 bad input, 4 configuration, 75 try later).
 */
export async function runMaintenance({ version, jobs, argv, environment }: Maintenance): Promise<void> {
  if (argv.includes('--help')) {
    process.stdout.write(jobHelp(jobs));
    return;
  }
  const logger = createLogger({ name: 'maintenance', level: environment.AUTO_OPS_LOG_LEVEL ?? 'info' });
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  try {
    requireNode();
    const { job, workspace } = jobArguments(argv, jobs);
    if (environment.AUTO_OPS_SUPERVISED === 'true') followParent();
    const outputs = await runJob({
      job,
      workspace: openWorkspace(workspace),
      config: readConfiguration(Config, environment),
      configured: configuredNames(Config, environment),
      version,
      logger: logger.child({ job: job.name }),
      signal: stop.signal,
    });
    process.stdout.write(`${JSON.stringify(outputs)}\n`);
  } catch (error) {
    const failure = asAutoOpsError(error);
    logger.error(
      { code: failure.code, hint: failure.hint, ...(failure.code === 'DEFECT' ? { stack: failure.stack } : {}) },
      failure.message,
    );
    process.exitCode = failure.exit;
  }
}
