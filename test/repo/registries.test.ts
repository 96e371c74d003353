import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { generatePrompts } from '../../scripts/generators/prompts.ts';
import { generateRegistries } from '../../scripts/generators/registries.ts';

function repositoryWith(files: Record<string, string>): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test('a registry lists the plug-ins in the order of their names, with their type', () => {
  const root = repositoryWith({
    'apps/fixer/src/repair.ts': 'export interface Repair {}',
    'apps/fixer/src/repairs/scale-up/index.ts': "export { repair } from './repair.ts';",
    'apps/fixer/src/repairs/add-key/index.ts': 'export const repair: Repair = {};',
    'apps/fixer/src/repairs/notes/index.ts': 'export const note = 1;',
    'apps/fixer/src/repairs/empty/other.ts': '',
  });

  const [registry, ...others] = generateRegistries(root);

  expect(others).toEqual([]);
  expect(registry?.path).toBe('apps/fixer/src/repairs/registry.ts');
  expect(registry?.text).toContain(
    [
      "import type { Repair } from '../repair.ts';",
      "import { repair as addKey } from './add-key/index.ts';",
      "import { repair as scaleUp } from './scale-up/index.ts';",
    ].join('\n'),
  );
  expect(registry?.text).toContain('export const repairs: readonly Repair[] = [\n  addKey,\n  scaleUp,\n];\n');
});

test('compiled prompts evaluate to the text of the files', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what must survive being compiled to a template string
  const text = 'Use `code`, a \\ and ${nothing}.\n';
  const root = repositoryWith({
    'packages/contracts/src/prompts/analyst/system.md': text,
    'packages/contracts/src/prompts/README.md': 'not a prompt',
  });

  const [compiled] = generatePrompts(root);
  const module = join(root, 'compiled.ts');
  writeFileSync(module, compiled?.text ?? '');
  const { prompts } = (await import(module)) as { prompts: Record<string, string> };

  expect(prompts).toEqual({ 'analyst/system': text });
});
