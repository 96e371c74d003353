import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandDefinition } from '../../apps/cli/src/command/command-definition.ts';
import type { GeneratedFile } from './generated-file.ts';
import { markdownTable } from './markdown-table.ts';

/** Makes the reference page of the command line from the table of its commands. */
export async function generateCliPage(root: string): Promise<GeneratedFile[]> {
  const file = join(root, 'apps', 'cli', 'src', 'command', 'command-table.ts');
  if (!existsSync(file)) return [];
  const { commandTable } = (await import(file)) as { commandTable: readonly CommandDefinition[] };
  const text = [
    '# Command line',
    '',
    '<!-- Generated from apps/cli/src/commands by `npm run generate`; do not edit. -->',
    '',
    'The answer goes to stdout, everything else to stderr. [Errors](errors.md) lists the exit codes,',
    '[Environment](environment.md) the variables.',
    '',
    markdownTable(
      ['Command', 'Does'],
      commandTable.map(({ path, summary }) => [`[\`${path}\`](#${anchorOf(path)})`, summary]),
    ),
    '',
    ...commandTable.flatMap(section),
  ].join('\n');
  return [{ path: 'docs/reference/cli.md', text }];
}

function section(command: CommandDefinition): string[] {
  const words = (command.arguments ?? []).map(({ name, required, variadic }) => {
    const word = variadic === true ? `${name}...` : name;
    return required ? `<${word}>` : `[${word}]`;
  });
  const rows = [
    ...(command.arguments ?? []).map(({ name, summary }) => [`\`${name}\``, summary]),
    ...(command.options ?? []).map(({ flags, summary }) => [`\`${flags}\``, summary]),
    ...(command.outputs.length > 1
      ? [['`-o, --output <format>`', `${command.outputs.join(', ')}; the first where absent`]]
      : []),
  ];
  return [
    `## auto-ops ${command.path}`,
    '',
    command.summary,
    '',
    '```text',
    ['auto-ops', command.path, ...words, ...(rows.length > words.length ? ['[options]'] : [])].join(' '),
    '```',
    '',
    ...(rows.length === 0 ? [] : [markdownTable(['Argument or option', 'Meaning'], rows), '']),
    'Example:',
    '',
    '```bash',
    command.example,
    '```',
    '',
  ];
}

function anchorOf(path: string): string {
  return `auto-ops-${path.replaceAll(' ', '-')}`;
}
