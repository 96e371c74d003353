import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

const folder = 'packages/contracts/src/prompts';

/** Compiles the Markdown prompts into one module, so that a bundle needs no file beside it. */
export function generatePrompts(root: string): GeneratedFile[] {
  const source = join(root, folder);
  if (!existsSync(source)) return [];
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
    .map((path) => path.replaceAll('\\', '/').slice(0, -'.md'.length))
    .sort();
  if (names.length === 0) return [];
  const entries = names.map(
    (name) => `  '${name}': \`${escapeTemplate(readFileSync(join(source, `${name}.md`), 'utf8'))}\`,`,
  );
  const text = [
    '// Generated from the Markdown files beside it by `npm run generate`; do not edit.',
    '',
    '/** The text of every prompt and partial, by its path without the ending. */',
    'export const prompts = {',
    ...entries,
    '} as const;',
    '',
  ].join('\n');
  return [{ path: `${folder}/generated.ts`, text }];
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`);
}
