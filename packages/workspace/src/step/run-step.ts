import { mkdirSync } from 'node:fs';
import { AutoOpsError, Incident, StepOutputs, StepRecord } from '@auto-ops/contracts';
import { asAutoOpsError, type Logger } from '@auto-ops/runtime';
import type { Workspace } from '../workspace.ts';
import { emptyFolder } from './empty-folder.ts';
import { outputTexts } from './output-texts.ts';
import type { StepArguments } from './step-arguments.ts';
import { holdStepLock } from './step-lock.ts';
import type { StepProgram } from './step-program.ts';
import { storedOutputs } from './stored-outputs.ts';

/** What `runStep` needs beside the program. */
export interface StepRun<Configuration> {
  readonly arguments: StepArguments;
  readonly workspace: Workspace;
  readonly program: StepProgram<Configuration>;
  readonly config: Configuration;
  readonly configured: readonly string[];
  readonly version: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * One start of a step: takes the folder's lock, answers at once when the step is done already, otherwise clears its folder
 * (a resumable step keeps it), runs it, and writes outputs and record; the record is written after a failure too.
 */
export async function runStep<Configuration>(run: StepRun<Configuration>): Promise<StepOutputs> {
  const { workspace, program } = run;
  const { step, folder, round, attempt, zone, specialist } = run.arguments;
  const absolute = workspace.path(folder);
  mkdirSync(absolute, { recursive: true });
  const lock = holdStepLock(workspace.path(`${folder}/.lock`));
  try {
    const stored = storedOutputs(workspace, folder, step.document);
    if (stored !== undefined) return stored;
    if (program.resumable !== true) emptyFolder(absolute);
    const started = Date.now();
    const record = (rest: Pick<StepRecord, 'outcome' | 'outputs' | 'error'>): StepRecord => ({
      schemaVersion: 1,
      step: step.name,
      folder,
      version: run.version,
      configuration: [...run.configured],
      startedAt: new Date(started).toISOString(),
      endedAt: new Date().toISOString(),
      durationMilliseconds: Date.now() - started,
      ...rest,
    });
    try {
      const incident = workspace.read(Incident, 'incident/incident.json');
      const outputs = StepOutputs.parse(
        await program.run({
          name: step.name,
          folder,
          workspace,
          incident,
          round,
          attempt,
          zone,
          specialist,
          config: run.config,
          logger: run.logger,
          signal: run.signal,
        }),
      );
      const undeclared = Object.keys(outputs).filter((name) => !(step.outputs as readonly string[]).includes(name));
      if (undeclared.length > 0)
        throw new AutoOpsError('DEFECT', `${step.name} gave the undeclared output ${undeclared.join(', ')}`);
      const texts = outputTexts(outputs);
      for (const [name, text] of Object.entries(texts)) workspace.writeText(`${folder}/outputs/${name}`, text);
      workspace.write(StepRecord, `${folder}/record.json`, record({ outcome: 'done', outputs: texts }));
      return outputs;
    } catch (error) {
      const { code, message, hint } = asAutoOpsError(error);
      workspace.write(
        StepRecord,
        `${folder}/record.json`,
        record({ outcome: 'failed', outputs: {}, error: { code, message, hint } }),
      );
      throw error;
    }
  } finally {
    lock.close();
  }
}
