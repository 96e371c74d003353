import { asAutoOpsError, type Environment, readConfiguration } from '@auto-ops/runtime';
import { CommanderError } from 'commander';
import { Config } from '../config.ts';
import { formatError } from '../output/format-error.ts';
import { visibleText } from '../output/visible-text.ts';
import { buildProgram } from './build-program.ts';
import { commandTable } from './command-table.ts';

/** Where a command line is run. */
export interface CommandLineSurroundings {
  readonly environment: Environment;
  print(text: string): void;
  note(text: string): void;
}

/** Runs one command line (the words after `auto-ops`) and resolves to its exit code. */
export async function runCommandLine(
  words: readonly string[],
  { environment, print, note }: CommandLineSurroundings,
): Promise<number> {
  let exit = 0;
  const program = buildProgram(commandTable, '0.1.0', {
    environment,
    readConfig: () => readConfiguration(Config, environment),
    print,
    note,
    exit: (code) => {
      exit = code;
    },
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exit;
  } catch (error) {
    // Help and version, which commander has printed.
    if (error instanceof CommanderError) return error.exitCode;
    const failure = asAutoOpsError(error);
    note(visibleText(formatError(failure)));
    return failure.exit;
  }
}
