// Writes the files that are made from other files; with --check it only compares, and exits 1 when one differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from './generators/generated-file.ts';
import { generatePrompts } from './generators/prompts.ts';
import { generateRegistries } from './generators/registries.ts';

const root = join(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

// The packages import these modules: they come first, the pages are made by importing the packages.
put([...generatePrompts(root), ...generateRegistries(root)]);
const { generatePages } = await import('./generators/pages.ts');
const { files, problems } = await generatePages(root);
put(files);

if (isCheck && stale.length > 0) {
  console.error(`Not what \`npm run generate\` makes:\n${stale.join('\n')}`);
  process.exitCode = 1;
}
if (problems.length > 0) {
  console.error(`Not made:\n${problems.join('\n')}`);
  process.exitCode = 1;
}
if (!isCheck) console.log(stale.length === 0 ? 'Nothing to generate.' : `Wrote:\n${stale.join('\n')}`);

function put(files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(path);
    if (isCheck) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
