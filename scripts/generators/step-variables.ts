import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { steps } from '@auto-ops/contracts';
import { type ConfigurationSchema, variablesOf } from '@auto-ops/runtime';
import type { GeneratedFile } from './generated-file.ts';

/** Makes the table of the variables that each step app reads, and in which of its zones, for the local engine. */
export async function generateStepVariables(root: string): Promise<GeneratedFile[]> {
  const apps = [...new Set([...steps.map((step) => step.app), 'maintenance'])].sort();
  const rows: string[] = [];
  for (const app of apps) {
    const file = join(root, 'apps', app, 'src', 'config.ts');
    if (!existsSync(file)) continue;
    const { Config } = (await import(file)) as { Config: ConfigurationSchema };
    for (const { env, secret, isPath, zones } of variablesOf(Config)) {
      rows.push(
        `  ${JSON.stringify({ app, env, secret: secret === true, isPath: isPath === true, zones: zones ?? null })},`,
      );
    }
  }
  const text = [
    '// Generated from the config schemas of the step apps by `npm run generate`; do not edit.',
    "import type { StepVariable } from './step-variable.ts';",
    '',
    '/** Every variable that a step app reads. */',
    'export const stepVariables: readonly StepVariable[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
  return [{ path: 'packages/engine/src/environment/generated.ts', text }];
}
