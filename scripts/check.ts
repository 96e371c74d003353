// npm run check: everything that needs no test run. Prints one line a step, and the output of those that fail.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

type Step = { name: string; command: string; words: readonly string[] };
type Outcome = { step: Step; code: number; output: string; seconds: number };

const root = join(import.meta.dirname, '..');
const purePackages = ['contracts', 'diagnosis', 'policy', 'redaction'];
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const script = (name: string, ...words: string[]): Step => ({
  name: [name, ...words].join(' '),
  command: process.execPath,
  words: [join(root, 'scripts', `${name}.ts`), ...words],
});

const steps: readonly Step[] = [
  { name: 'tsc', command: bin('tsc'), words: ['--noEmit', '-p', '.'] },
  {
    name: 'biome ci',
    command: bin('biome'),
    words: ['ci', '--colors=off', '--diagnostic-level=warn', '--max-diagnostics=200'],
  },
  ...purePackages.map((name) => ({
    name: `tsc ${name}`,
    command: bin('tsc'),
    words: ['--noEmit', '-p', `packages/${name}`],
  })),
  { name: 'turbo boundaries', command: bin('turbo'), words: ['boundaries'] },
  script('check-lock'),
  script('generate', '--check'),
  { name: 'knip', command: bin('knip'), words: ['--no-config-hints'] },
  script('build'),
];

const started = performance.now();
const outcomes = await runAll(steps, 2);
// The smoke test runs the bundles, so it waits for the build.
const smoke = outcomes.some(({ step, code }) => step.name === 'build' && code !== 0)
  ? []
  : [await run(script('smoke'))];
const failed = [...outcomes, ...smoke].filter(({ code }) => code !== 0);
for (const { step, output } of failed) console.log(`\n--- ${step.name} ---\n${output.trimEnd()}`);
const seconds = Math.round((performance.now() - started) / 1000);
const verdict = failed.length === 0 ? 'passed' : `failed: ${failed.map(({ step }) => step.name).join(', ')}`;
console.log(`\ncheck ${verdict} (${seconds} s)`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runAll(todo: readonly Step[], width: number): Promise<Outcome[]> {
  const queue = [...todo];
  const done: Outcome[] = [];
  const worker = async () => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) done.push(await run(step));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return done;
}

function run(step: Step): Promise<Outcome> {
  const begun = performance.now();
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const child = spawn(step.command, step.words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finish = (code: number) => {
    const seconds = (performance.now() - begun) / 1000;
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name.padEnd(20)} ${seconds.toFixed(1)} s`);
    resolve({ step, code, output: Buffer.concat(chunks).toString(), seconds });
  };
  child.on('error', (error) => {
    chunks.push(Buffer.from(error.message));
    finish(127);
  });
  child.on('close', (code) => finish(code ?? 1));
  return promise;
}
