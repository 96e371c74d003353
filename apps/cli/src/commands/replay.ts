import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { diagnose } from '@auto-ops/diagnosis';
import { asAutoOpsError } from '@auto-ops/runtime';
import { readBundle } from '@auto-ops/workspace';
import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { analysisAnswer } from '../output/analysis-answer.ts';
import { formatAnalysis } from '../output/format-analysis.ts';
import { formatError } from '../output/format-error.ts';

function bundlesBelow(folder: string): string[] {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new AutoOpsError('BUNDLE_UNREADABLE', `${folder}: ${(error as NodeJS.ErrnoException).code}`, {
      cause: error,
    });
  }
  if (entries.some((entry) => entry.name === 'bundle.json')) return [folder];
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return bundlesBelow(join(folder, entry.name));
      return entry.name.endsWith('.tar.gz') ? [join(folder, entry.name)] : [];
    });
}

async function analysed(path: string) {
  const started = performance.now();
  const bundle = await readBundle(path);
  const read = performance.now();
  const analysis = diagnose(bundle);
  const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
  return { analysis, milliseconds: { read: round(read - started), analyse: round(performance.now() - read) } };
}

async function run(call: CommandCall): Promise<number> {
  const batch = typeof call.options.batch === 'string' ? bundlesBelow(call.options.batch) : [];
  const paths = [...call.words, ...batch];
  if (paths.length === 0) throw new AutoOpsError('USAGE_INVALID', 'name a bundle, or a folder of bundles with --batch');
  const answers: unknown[] = [];
  let exit = 0;
  for (const path of paths) {
    try {
      const { analysis, milliseconds } = await analysed(path);
      if (call.output === 'text') call.print(formatAnalysis(analysis));
      else if (call.output === 'ndjson') call.print(`${JSON.stringify(analysisAnswer(analysis, milliseconds))}\n`);
      else answers.push(analysisAnswer(analysis, milliseconds));
    } catch (error) {
      // The others are still done; a defect of this program weighs more than a broken bundle.
      const failure = asAutoOpsError(error);
      if (failure.exit !== 3 || exit === 0) exit = failure.exit;
      call.note(failure.exit === 3 ? formatError(failure) : `${path}: ${formatError(failure)}`);
    }
  }
  if (call.output === 'json' && answers.length > 0) {
    call.print(`${JSON.stringify(paths.length === 1 ? answers[0] : answers, null, 2)}\n`);
  }
  return exit;
}

/** Analyses recorded bundles: no cluster, no network, no model. */
export const replay: CommandDefinition = {
  path: 'replay',
  summary: 'Analyse recorded evidence bundles; the same bundle always gives the same answer.',
  arguments: [{ name: 'bundle', summary: 'A bundle: a folder or a .tar.gz.', required: false, variadic: true }],
  options: [{ flags: '--batch <folder>', summary: 'Every bundle below this folder, in the order of their paths.' }],
  outputs: ['text', 'json', 'ndjson'],
  example: 'auto-ops replay test/bundles/image-not-found --output json',
  run,
};
