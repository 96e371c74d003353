import { z } from 'zod';
import { AutoOpsError } from '../errors/auto-ops-error.ts';
import { fenceUntrusted } from './fence-untrusted.ts';
import { prompts } from './generated.ts';
import { type PromptDefinition, promptTable } from './prompt-table.ts';

type PromptName = keyof typeof promptTable;

/** The variables a prompt needs: exactly these. */
export type PromptVariables<Name extends PromptName> = Readonly<
  Record<(typeof promptTable)[Name]['trusted'][number] | (typeof promptTable)[Name]['untrusted'][number], string>
>;

const texts: Readonly<Record<string, string>> = prompts;
const mark = /\{\{(?:(>) *([\w/-]+)|(?:(fenced) +)?([A-Za-z]+))\}\}/g;

/**
 * The text of a prompt with its partials, the reply format of its schema, and its variables, those of others between fences. One
 * pass: what a variable holds is never read as a template. Throws `PROMPT_INVALID` for an unknown, missing or unused variable.
 */
export function renderPrompt<Name extends PromptName>(name: Name, variables: PromptVariables<Name>): string {
  const definition: PromptDefinition = promptTable[name];
  const given: Readonly<Record<string, string>> = variables;
  const known = [...definition.trusted, ...definition.untrusted];
  const wrong = [
    ...Object.keys(given)
      .filter((variable) => !known.includes(variable))
      .map((variable) => `${variable} is unknown`),
    ...known.filter((variable) => typeof given[variable] !== 'string').map((variable) => `${variable} is missing`),
  ];
  if (wrong.length > 0) throw new AutoOpsError('PROMPT_INVALID', `The prompt ${name}: ${wrong.join(', ')}.`);
  const used = new Set<string>();
  const text = withPartials(name).replace(
    mark,
    (_all, _partial, _path, fenced: string | undefined, variable: string) => {
      if (variable === 'replyFormat') return replyFormat(definition.reply);
      if (!known.includes(variable))
        throw new AutoOpsError('PROMPT_INVALID', `The prompt ${name} names the unknown variable ${variable}.`);
      const isTrusted = definition.trusted.includes(variable);
      if (isTrusted === (fenced !== undefined))
        throw new AutoOpsError(
          'PROMPT_INVALID',
          `The prompt ${name} must ${isTrusted ? 'not ' : ''}fence ${variable}.`,
        );
      used.add(variable);
      return isTrusted ? (given[variable] ?? '') : fenceUntrusted(variable, given[variable] ?? '');
    },
  );
  const unused = known.filter((variable) => !used.has(variable));
  if (unused.length > 0)
    throw new AutoOpsError('PROMPT_INVALID', `The prompt ${name} does not use ${unused.join(', ')}.`);
  return text;
}

/** The text with each partial in its place; a partial holds no other. */
function withPartials(name: string): string {
  return textOf(name).replace(mark, (all, partial: string | undefined, path: string) =>
    partial === undefined ? all : textOf(path).trimEnd(),
  );
}

function textOf(path: string): string {
  const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
  if (text === undefined) throw new AutoOpsError('PROMPT_INVALID', `There is no prompt ${path}.`);
  return text;
}

/** The JSON Schema of the schema that will parse the reply. */
function replyFormat(schema: z.ZodType): string {
  return JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7' }), undefined, 1);
}
