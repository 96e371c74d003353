import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type Analysis,
  AutoOpsError,
  Collection,
  type ErrorCode,
  errorTable,
  type Incident,
  type Run,
  StepRecord,
} from '@auto-ops/contracts';
import { createLocalEngine, stepEnvironment } from '@auto-ops/engine';
import { createLogger } from '@auto-ops/runtime';
import { latestAnalysis, openWorkspace, type Workspace } from '@auto-ops/workspace';
import type { CommandCall } from '../command/command-definition.ts';
import { installFolder } from '../serve/install-folder.ts';
import { clusterAccess } from './cluster-access.ts';
import { followRun } from './follow-run.ts';

/** The settings of the steps, where options of the command go before the environment. */
function settings(call: CommandCall): Record<string, string | undefined> {
  const { environment } = call;
  const { kubeconfig, context } = clusterAccess(call);
  return {
    ...environment,
    // Good for this run alone: the same value gets the same tag, and nobody can tell which.
    AUTO_OPS_REDACTION_KEY: environment.AUTO_OPS_REDACTION_KEY ?? randomBytes(32).toString('base64url'),
    AUTO_OPS_LOG_LEVEL: environment.AUTO_OPS_LOG_LEVEL ?? 'warn',
    AUTO_OPS_KUBECONFIG: kubeconfig,
    AUTO_OPS_KUBE_CONTEXT: context,
  };
}

/** How each specialist fared: the error that its coverage tells of, or the one that ended its step. */
function failuresOf(workspace: Workspace): (StepRecord['error'] | Collection['error'])[] {
  return workspace.list('collect/1').map((name) => {
    const folder = `collect/1/${name}`;
    const record = workspace.readIfPresent(StepRecord, `${folder}/record.json`);
    return record?.error ?? workspace.readIfPresent(Collection, `${folder}/coverage.json`)?.error;
  });
}

/** Throws the error of the specialists where all of them failed, or where the place asked about does not exist. */
function requireEvidence(workspace: Workspace, failed: Run): void {
  const failures = failuresOf(workspace);
  const wrongPlace = failures.find((failure) => failure?.code === 'NAMESPACE_UNKNOWN');
  const error = wrongPlace ?? (failures.includes(undefined) ? undefined : failures[0]);
  if (error !== undefined)
    throw new AutoOpsError(error.code in errorTable ? (error.code as ErrorCode) : 'DEFECT', error.message);
  // The exit handler may fail after the analysis was made, which is all that is asked for here.
  if (failed.phase === 'Failed' && !workspace.exists('analyse/1/analysis.json'))
    throw new AutoOpsError('DEFECT', failed.message ?? 'the run failed', {
      hint: 'Set AUTO_OPS_LOG_LEVEL=info to see the log of its steps.',
    });
}

/** Runs the first half of the WorkflowTemplate (route, collect, analyse) in a folder of its own and hands its results on. */
export async function diagnoseLive<Result>(
  call: CommandCall,
  incident: Incident,
  use: (analysis: Analysis, workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'auto-ops-'));
  const environment = settings(call);
  const root = installFolder();
  const engine = createLocalEngine({
    folder,
    template: call.config.template ?? join(root, 'argo', 'templates', 'incident.yaml'),
    programs: (app) => ({
      command: process.execPath,
      args: [resolve(call.config.programs ?? join(root, 'dist'), `${app}.mjs`)],
    }),
    environment: (configName) => stepEnvironment(configName, environment),
    parallelism: 4,
    logger: createLogger({ name: 'engine', level: environment.AUTO_OPS_LOG_LEVEL ?? 'warn' }),
  });
  try {
    const name = await engine.start(incident, { entrypoint: 'diagnose' });
    const run = await followRun(engine, name, call.note);
    const workspace = openWorkspace(join(folder, 'runs', name));
    requireEvidence(workspace, run);
    return await use(latestAnalysis(workspace), workspace);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
