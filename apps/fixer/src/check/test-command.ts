import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.looseObject({ scripts: z.looseObject({ test: z.string().optional() }).optional() });

/** The test command a repository declares: the `test` script of package.json, or the `test` target of a Makefile. */
export function testCommand(checkout: string): string | undefined {
  const manifest = join(checkout, 'package.json');
  if (existsSync(manifest)) {
    const parsed = Manifest.safeParse(parseJson(readFileSync(manifest, 'utf8')));
    if (parsed.data?.scripts?.test !== undefined) return 'npm test --offline';
  }
  const makefile = join(checkout, 'Makefile');
  if (existsSync(makefile) && /^test\s*:/m.test(readFileSync(makefile, 'utf8'))) return 'make test';
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
