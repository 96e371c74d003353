import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type LockEntry = { version?: string; optionalDependencies?: Record<string, string> };

// npm writes a lock without the platform packages that a registry lacks, installs from it, and then refuses it in
// `npm ci`: https://github.com/npm/cli/issues/9342
const file = join(import.meta.dirname, '..', 'package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> };
const missing = Object.entries(packages).flatMap(([folder, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter(
      (name) => !packages[`node_modules/${name}`]?.version && !packages[`${folder}/node_modules/${name}`]?.version,
    )
    .map((name) => `${folder || 'the root'} -> ${name}`),
);

if (missing.length > 0) {
  console.error(`package-lock.json has no entry for:\n${missing.join('\n')}\nPin an older version and install again.`);
  process.exit(1);
}
console.log(`package-lock.json: ${Object.keys(packages).length} packages, no holes`);
