import { join } from 'node:path';
import type { Zone } from '@auto-ops/contracts';
import type { GeneratedFile } from './generated-file.ts';

interface Specialist {
  readonly name: string;
  readonly zone: Zone;
  readonly isRoutine: boolean;
}

/** Makes the list of the specialists that every live run asks, by zone, for the analyst, which holds none of their code. */
export async function generateRoutineSpecialists(root: string): Promise<GeneratedFile[]> {
  const { specialists } = (await import(join(root, 'packages/evidence/src/specialists/registry.ts'))) as {
    specialists: readonly Specialist[];
  };
  const zones = new Map<Zone, string[]>();
  for (const { name, zone, isRoutine } of specialists) {
    if (isRoutine) zones.set(zone, [...(zones.get(zone) ?? []), name]);
  }
  const text = [
    '// Generated from the folders of the specialists by `npm run generate`; do not edit.',
    "import type { Route } from '@auto-ops/contracts';",
    '',
    '/** The specialists that every live run asks, by zone. */',
    `export const routineSpecialists: Route['specialists'] = ${JSON.stringify(Object.fromEntries([...zones].sort()))};`,
    '',
  ].join('\n');
  return [{ path: 'apps/analyst/src/route/generated.ts', text }];
}
