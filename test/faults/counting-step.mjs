// A step by the protocol of a workspace, for the kill tests: takes its lock, does one effect on the world outside, marks it
// as its own, and writes its record last. It is slow on purpose between the look at the world and the effect.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const option = { type: 'string' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workspace: option, round: option, attempt: option, specialist: option, zone: option },
});
const folder = [positionals[0], values.round ?? values.attempt, values.specialist].filter(Boolean).join('/');
const own = join(values.workspace, folder);
const world = process.env.AUTO_OPS_WORLD;
const mark = `${process.env.AUTO_OPS_RUN} ${folder}`;
process.stdin
  .on('end', () => process.exit(75))
  .resume()
  .unref();

mkdirSync(own, { recursive: true });
const lock = new DatabaseSync(join(own, '.lock'));
try {
  lock.exec('PRAGMA busy_timeout = 200; BEGIN EXCLUSIVE;');
} catch {
  process.exit(75);
}
appendFileSync(`${world}.starts`, `${mark}\n`);
if (existsSync(join(own, 'record'))) process.exit(0);
rmSync(join(own, 'outputs'), { recursive: true, force: true });
const isDone = existsSync(world) && readFileSync(world, 'utf8').split('\n').includes(mark);
await wait(40);
if (!isDone) appendFileSync(world, `${mark}\n`);
await wait(20);

const answers = {
  route: { cluster: '["kubernetes","helm"]', source: '["repository"]' },
  'analyse/1': { next: 'collect', cluster: '["kubernetes"]' },
  'analyse/2': { next: 'fix' },
  'fix/1': { next: 'rehearse', edits: 'some' },
  'review/1': { next: 'fix' },
  'fix/2': { next: 'rehearse', edits: 'some' },
  'review/2': { next: 'propose' },
  propose: { next: 'approve', lock: 'shop' },
  decide: { next: 'apply' },
  apply: { next: 'report' },
  verify: { next: 'undo' },
};
mkdirSync(join(own, 'outputs'), { recursive: true });
for (const [name, text] of Object.entries(answers[folder] ?? {})) writeFileSync(join(own, 'outputs', name), text);
writeFileSync(join(own, 'record.new'), 'done');
renameSync(join(own, 'record.new'), join(own, 'record'));
