import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigurationSchema, variablesOf } from '@auto-ops/runtime';
import type { GeneratedFile } from './generated-file.ts';

/** Makes the list of every variable of every app, for `auto-ops config check`. */
export async function generateKnownVariables(root: string): Promise<GeneratedFile[]> {
  const known = new Map<string, boolean>();
  for (const app of readdirSync(join(root, 'apps')).sort()) {
    const file = join(root, 'apps', app, 'src', 'config.ts');
    if (!existsSync(file)) continue;
    const { Config } = (await import(file)) as { Config: ConfigurationSchema };
    for (const { env, secret } of variablesOf(Config)) known.set(env, secret === true);
  }
  const rows = [...known].sort().map(([name, secret]) => `  ${JSON.stringify({ name, secret })},`);
  const text = [
    '// Generated from the config schemas of the apps by `npm run generate`; do not edit.',
    "import type { KnownVariable } from './known-variable.ts';",
    '',
    '/** Every variable that some app reads. */',
    'export const knownVariables: readonly KnownVariable[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
  return [{ path: 'apps/cli/src/check/generated.ts', text }];
}
