import { AutoOpsError } from '@auto-ops/contracts';
import type { Environment } from '@auto-ops/runtime';
import { Command, Option } from 'commander';
import type { Config } from '../config.ts';
import { visibleText } from '../output/visible-text.ts';
import type { CommandCall, CommandDefinition } from './command-definition.ts';

/** What commands get from outside. */
export interface ProgramContext {
  readonly environment: Environment;
  readonly readConfig: () => Config;
  readonly print: (text: string) => void;
  readonly note: (text: string) => void;
  readonly exit: (code: number) => void;
}

/** A command in its parent, which is made where it is missing: `incident approve` lies in `incident`. */
function placed(program: Command, path: string): Command {
  const words = path.split(' ');
  const name = words.pop() ?? '';
  let parent = program;
  for (const word of words) {
    parent =
      parent.commands.find((command) => command.name() === word) ??
      parent
        .command(word)
        .summary(`Commands about ${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}; each has a help of its own.`);
  }
  return parent.command(name);
}

function add(program: Command, definition: CommandDefinition, context: ProgramContext): void {
  const command = placed(program, definition.path).summary(definition.summary).description(definition.summary);
  for (const { name, summary, required, variadic } of definition.arguments ?? []) {
    const word = variadic === true ? `${name}...` : name;
    command.argument(required ? `<${word}>` : `[${word}]`, summary);
  }
  for (const { flags, summary } of definition.options ?? []) command.option(flags, summary);
  const [fallback] = definition.outputs;
  if (definition.outputs.length > 1) {
    command.addOption(
      new Option('-o, --output <format>', 'How to answer.').choices([...definition.outputs]).default(fallback),
    );
  }
  command.addHelpText('after', `\nExample:\n  ${definition.example}`);
  command.action(async () => {
    const { output = fallback, ...options } = command.opts() as Record<string, string | boolean | undefined>;
    const call: CommandCall = {
      words: command.args,
      options,
      output: output as CommandCall['output'],
      config: context.readConfig(),
      environment: context.environment,
      print: output === 'text' ? (text) => context.print(visibleText(text)) : context.print,
      note: (text) => context.note(visibleText(text)),
    };
    context.exit((await definition.run(call)) ?? 0);
  });
}

/** The parser of the whole command line, from the command table. */
export function buildProgram(
  definitions: readonly CommandDefinition[],
  version: string,
  context: ProgramContext,
): Command {
  const program = new Command('auto-ops')
    .description('From an alert to a reviewed, approved, applied and verified fix.')
    .version(version)
    .showHelpAfterError(false)
    .configureOutput({ writeErr: () => undefined, writeOut: context.print })
    .exitOverride((error) => {
      if (error.exitCode === 0 || error.code === 'commander.help') throw error;
      throw new AutoOpsError('USAGE_INVALID', error.message.replace(/^error: /, ''), { cause: error });
    });
  for (const definition of definitions) add(program, definition, context);
  return program;
}
