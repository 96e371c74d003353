// A step that does what its --do says, by the protocol of a workspace: it writes its own folder only, below `outputs/`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const option = { type: 'string' };
const { values } = parseArgs({ options: { workspace: option, folder: option, do: option } });
const own = join(values.workspace, values.folder);
// A pod has no stdin that could tell of a supervisor's end.
if (process.env.AUTO_OPS_SUPERVISED === 'true') process.stdin.on('end', () => process.exit(75)).resume().unref();
mkdirSync(join(own, 'outputs'), { recursive: true });

const countFile = join(own, 'starts');
const starts = (existsSync(countFile) ? Number(readFileSync(countFile, 'utf8')) : 0) + 1;
writeFileSync(countFile, String(starts));

for (const word of (values.do ?? '').split(' ').filter(Boolean)) {
  const [verb, rest = ''] = word.split(/:(.*)/s);
  if (verb === 'write') writeFileSync(join(own, 'outputs', rest.split('=')[0]), `${rest.split('=')[1]}\n`);
  if (verb === 'sleep') await wait(Number(rest));
  if (verb === 'need' && !existsSync(join(values.workspace, rest))) process.exit(3);
  if (verb === 'exit') process.exit(Number(rest));
  if (verb === 'fail' && starts <= Number(rest.split('*')[1])) process.exit(Number(rest.split('*')[0]));
  if (verb === 'die' && starts <= Number(rest)) process.kill(process.pid, 'SIGKILL');
  if (verb === 'environment') writeFileSync(join(own, 'environment.json'), JSON.stringify(process.env));
}
