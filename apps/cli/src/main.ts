import { existsSync } from 'node:fs';
import { asAutoOpsError, readConfiguration, requireNode } from '@auto-ops/runtime';
import { CommanderError } from 'commander';
import { buildProgram } from './command/build-program.ts';
import { commandTable } from './command/command-table.ts';
import { Config } from './config.ts';
import { formatError } from './output/format-error.ts';

async function main(): Promise<void> {
  requireNode();
  // What is set already wins.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const program = buildProgram(commandTable, '0.1.0', {
    environment: process.env,
    readConfig: () => readConfiguration(Config, process.env),
    print: (text) => process.stdout.write(text),
    note: (text) => process.stderr.write(text),
    exit: (code) => {
      process.exitCode = code;
    },
  });
  await program.parseAsync(process.argv);
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  const failure = asAutoOpsError(error instanceof CommanderError ? undefined : error);
  if (!(error instanceof CommanderError)) process.stderr.write(formatError(failure));
  process.exitCode = error instanceof CommanderError ? 2 : failure.exit;
});
