import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { chunkMarkdown, openKnowledgeIndex } from '@auto-ops/knowledge';

/** Prints how long it takes to cut, index and search the Markdown of this repository, twenty times over. */
const root = join(import.meta.dirname, '..', '..');
const copies = 20;
const paths = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const texts = paths.map((path) => readFileSync(join(root, path), 'utf8'));

const started = performance.now();
const documents = Array.from({ length: copies }, (_, copy) =>
  paths.map((path, index) => chunkMarkdown(`${copy}/${path}`, texts[index] ?? '')),
).flat();
const chunks = documents.reduce((sum, document) => sum + document.chunks.length, 0);
print(`cut ${documents.length} documents into ${chunks} chunks`, performance.now() - started);

const folder = mkdtempSync(join(tmpdir(), 'auto-ops-bench-'));
const index = openKnowledgeIndex(join(folder, 'knowledge.sqlite'));
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
await sleep(50);
delay.reset();
const begun = performance.now();
await index.replace({ schemaVersion: 1, source: 'bench', documents });
print('index them', performance.now() - begun);
print('longest hold-up of others meanwhile', delay.max / 1e6);
delay.disable();

const questions = ['how do I restore a backup', 'workflow stuck', 'image-not-found', 'missing config map key'];
const times = questions.map((question) => {
  const asked = performance.now();
  index.search(question, 10);
  return performance.now() - asked;
});
print('slowest of four questions', Math.max(...times));
index.close();
rmSync(folder, { recursive: true });

function print(what: string, milliseconds: number): void {
  console.log(`${what.padEnd(48)} ${milliseconds.toFixed(0)} ms`);
}
