import { type StepName, steps } from '@auto-ops/contracts';
import {
  asAutoOpsError,
  type ConfigurationSchema,
  configuredNames,
  createLogger,
  type Environment,
  readConfiguration,
  requireNode,
} from '@auto-ops/runtime';
import type { z } from 'zod';
import { openWorkspace } from '../open-workspace.ts';
import { followParent } from './follow-parent.ts';
import { runStep } from './run-step.ts';
import { stepArguments } from './step-arguments.ts';
import { stepHelp } from './step-help.ts';
import type { StepProgram } from './step-program.ts';

/** An app whose commands are steps of a run. */
export interface StepApp<Schema extends ConfigurationSchema> {
  readonly app: string;
  readonly version: string;
  readonly Config: Schema;
  readonly steps: Partial<Record<StepName, StepProgram<Readonly<z.infer<Schema>>>>>;
  readonly argv: readonly string[];
  readonly environment: Environment;
}

/**
 * The whole main of a step app: one line of JSON with the outputs on stdout, the log on stderr, and an exit code of the
 * error table (0 done, 1 defect, 2 usage, 3 bad input, 4 configuration, 75 try later).
 */
export async function runStepApp<Schema extends ConfigurationSchema>(app: StepApp<Schema>): Promise<void> {
  const known = steps.map((step) => step.name).filter((name) => app.steps[name] !== undefined);
  if (app.argv.includes('--help')) {
    process.stdout.write(stepHelp(app.app, known, app.Config));
    return;
  }
  const logger = createLogger({ name: app.app, level: app.environment.AUTO_OPS_LOG_LEVEL ?? 'info' });
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  try {
    requireNode();
    const parsed = stepArguments(app.argv, known);
    if (app.environment.AUTO_OPS_SUPERVISED === 'true') followParent();
    const program = app.steps[parsed.step.name];
    if (program === undefined) return;
    const outputs = await runStep({
      arguments: parsed,
      workspace: openWorkspace(parsed.workspace),
      program,
      config: readConfiguration(app.Config, app.environment),
      configured: configuredNames(app.Config, app.environment),
      version: app.version,
      logger: logger.child({ step: parsed.folder }),
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
