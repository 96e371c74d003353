import { existsSync } from 'node:fs';
import { AutoOpsError } from '@auto-ops/contracts';
import { variablesOf } from '@auto-ops/runtime';
import { checkModel } from '../check/check-model.ts';
import { checkVariables } from '../check/check-variables.ts';
import { knownVariables } from '../check/generated.ts';
import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { Config } from '../config.ts';

async function run(call: CommandCall): Promise<number> {
  const rows = checkVariables(knownVariables, call.environment);
  const model = await checkModel(call.config.modelUrl, call.config.modelKey);
  const problems = rows.filter((row) => row.problem !== undefined).length + (model.result === 'failed' ? 1 : 0);
  if (call.output === 'json') {
    call.print(`${JSON.stringify({ variables: rows, model }, null, 2)}\n`);
  } else {
    for (const row of rows) {
      call.print(
        `${row.problem === undefined ? 'ok     ' : 'problem'} ${row.name} = ${row.value}  (${row.origin})${row.problem === undefined ? '' : `: ${row.problem}`}\n`,
      );
    }
    if (rows.length === 0) call.print('No AUTO_OPS_* variable is set; every default holds.\n');
    call.print(`${model.result === 'failed' ? 'problem' : 'ok     '} model: ${model.detail}\n`);
  }
  if (existsSync('.env') && call.output === 'text') call.note('.env was read; what was set already won.\n');
  if (problems === 0) return 0;
  throw new AutoOpsError(
    'CONFIGURATION_INVALID',
    `${problems} problem${problems === 1 ? '' : 's'} in the configuration`,
    { hint: `Variables of this command: ${variablesOf(Config).length}; all of them: docs/reference/environment.md.` },
  );
}

/** Says what is configured, where it comes from, and what is wrong with it. */
export const configCheck: CommandDefinition = {
  path: 'config check',
  summary: 'Check the configuration: unknown and invalid variables, and whether the model endpoint answers 401 or 403.',
  outputs: ['text', 'json'],
  example: 'auto-ops config check',
  run,
};
