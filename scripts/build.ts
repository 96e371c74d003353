import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fingerprint } from './fingerprint.ts';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist');
const recordFolder = join(output, '.inputs');
const limit = 5 * 1024 * 1024;
const quiet = process.argv.includes('--quiet');
const force = process.argv.includes('--force');

const apps = readdirSync(join(root, 'apps')).filter((app) => existsSync(join(root, 'apps', app, 'src', 'main.ts')));
mkdirSync(recordFolder, { recursive: true });
const started = performance.now();
const results = await Promise.all(apps.map(buildApp));
report(results);

type Result = { app: string; bytes: number; rebuilt: boolean };

async function buildApp(app: string): Promise<Result> {
  const file = join(output, `${app}.mjs`);
  if (!force && isCurrent(app, file)) return { app, bytes: statSync(file).size, rebuilt: false };
  const begun = Date.now();
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`apps/${app}/src/main.ts`],
    outfile: `dist/${app}.mjs`,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Names stay, so that a stack trace without the source map still names functions.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'linked',
    metafile: true,
    write: false,
    logLevel: 'error',
    // Bundled CommonJS packages call require for Node built-ins.
    banner: {
      js: "import{createRequire as createRequireForBundle}from'node:module';const require=createRequireForBundle(import.meta.url);",
    },
  });
  // The maps first: a program that starts now finds either the old bundle or the new one, never a part.
  for (const { path, contents } of outputFiles.toSorted((a, b) => Number(a.path === file) - Number(b.path === file))) {
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  const inputs = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'));
  // A file that was edited meanwhile may be in the bundle as it was before: such a bundle is made again the next time.
  const isSettled = inputs.every((input) => statSync(join(root, input)).mtimeMs < begun);
  if (isSettled) writeFileSync(recordFile(app), JSON.stringify({ inputs, fingerprint: fingerprint(root, inputs) }));
  else rmSync(recordFile(app), { force: true });
  return { app, bytes: statSync(file).size, rebuilt: true };
}

function recordFile(app: string): string {
  return join(recordFolder, `${app}.json`);
}

function isCurrent(app: string, file: string): boolean {
  if (!existsSync(file) || !existsSync(recordFile(app))) return false;
  const record = JSON.parse(readFileSync(recordFile(app), 'utf8')) as { inputs: string[]; fingerprint: string };
  return fingerprint(root, record.inputs) === record.fingerprint;
}

function report(built: Result[]): void {
  const rebuilt = built.filter((result) => result.rebuilt);
  if (!quiet) {
    for (const { app, bytes, rebuilt: isNew } of built) {
      console.log(
        `dist/${app}.mjs`.padEnd(24),
        `${(bytes / 1024).toFixed(0)} kB`.padStart(8),
        isNew ? '' : '(unchanged)',
      );
    }
  }
  if (!quiet || rebuilt.length > 0) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.error(`Built ${rebuilt.length} of ${built.length} bundles in ${seconds} s`);
  }
  const tooLarge = built.filter((result) => result.bytes > limit);
  for (const { app, bytes } of tooLarge) console.error(`dist/${app}.mjs is ${bytes} bytes, the limit is ${limit}`);
  if (tooLarge.length > 0) process.exitCode = 1;
}
