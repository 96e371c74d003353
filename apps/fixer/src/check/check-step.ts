import { Check, Edit, Plan } from '@auto-ops/contracts';
import { planHash } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import type { StepProgram } from '@auto-ops/workspace';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { checkoutOf } from '../source/checkout-of.ts';
import { findSandbox } from './find-sandbox.ts';
import { makeWorktree } from './make-worktree.ts';
import { runSandboxed } from './run-sandboxed.ts';
import { testCommand } from './test-command.ts';

/**
 * The step `check`: the repository's own test command on the edited worktree, in a sandbox without network, keys or home. Where
 * nothing can be run safely the result is `not-run` with the reason; nothing ever runs outside the sandbox.
 */
export const checkStep: StepProgram<Config> = {
  async run({ workspace, folder, incident, attempt = 1, config, signal, logger }) {
    const plan = workspace.read(Plan, `fix/${attempt}/plan.json`);
    const common = {
      schemaVersion: 1,
      incident: incident.id,
      attempt,
      planHash: planHash(plan, nodeCryptography),
    } as const;
    const finish = (check: Omit<Check, keyof typeof common>) => {
      workspace.write(Check, `${folder}/check.json`, { ...common, ...check });
      logger.info({ result: check.result, exit: check.exit, reason: check.reason }, 'check done');
      return { verdict: check.result };
    };
    const notRun = (reason: string) => finish({ result: 'not-run', reason });

    const edits = plan.actions
      .filter((action) => action.type === 'edit-source')
      .flatMap((action) => z.array(Edit).parse(action.arguments.edits));
    if (edits.length === 0) return notRun('The plan edits no files.');
    const checkout = checkoutOf(workspace);
    if (checkout === undefined) return notRun('The run has no checkout of the repository.');
    const command = config.checkCommand ?? (config.checkDiscover ? testCommand(workspace.path(checkout)) : undefined);
    if (command === undefined) {
      const hint = config.checkDiscover ? 'The repository has no test command' : 'No test command is configured';
      return notRun(`${hint}; set AUTO_OPS_CHECK_COMMAND.`);
    }
    const sandbox = await findSandbox(config.searchPath, signal);
    if ('reason' in sandbox) return notRun(sandbox.reason);

    const worktree = workspace.path(folder, 'worktree');
    makeWorktree(workspace.path(checkout), worktree, edits);
    const outcome = await runSandboxed({
      sandbox,
      worktree,
      command,
      searchPath: config.searchPath,
      seconds: config.checkSeconds,
      signal,
    });
    workspace.writeText(`${folder}/log`, outcome.log);
    workspace.writeText(`${folder}/exit`, `${outcome.exit}\n`);
    return finish({
      result: outcome.exit === 0 ? 'passed' : 'failed',
      exit: outcome.exit,
      durationMilliseconds: outcome.milliseconds,
      ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
    });
  },
};
