import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@auto-ops/runtime';
import { createLocalEngine } from '../local/create-local-engine.ts';
import type { LocalEngine } from '../local/local-engine.ts';
import type { LocalEngineOptions } from '../local/local-engine-options.ts';

const quiet = { info() {}, error() {}, warn() {} } as unknown as Logger;

/** A local engine whose every app is the fixture program. */
export function openFixtureEngine(
  folder: string,
  template: unknown,
  rest: Partial<LocalEngineOptions> = {},
): LocalEngine {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'template.yaml');
  writeFileSync(file, JSON.stringify(template));
  return createLocalEngine({
    folder: join(folder, 'data'),
    template: file,
    programs: () => ({ command: process.execPath, args: [join(import.meta.dirname, '__fixtures__/fixture.mjs')] }),
    environment: () => ({}),
    parallelism: 4,
    logger: quiet,
    ...rest,
  });
}
