import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../../../faults/random.ts';
import type { TestCluster } from '../../harness/test-cluster.ts';
import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import { createKiller, type Kill } from './create-killer.ts';
import { type KilledRun, killedRun } from './killed-run.ts';
import { patientGateway } from './patient-gateway.ts';

/** How many runs, how many at once, and what the random moments and victims come from. */
export interface KillChoice {
  readonly runs: number;
  readonly seed: number;
}

const atOnce = 3;
const endings = new Set(['recovered', 'undone', 'unverified', 'failed']);

/**
 * Runs that overlap while the gateway, Sensors, event source, NATS, the workflow controller and pods of steps are killed at random
 * moments: every incident ends, what is done is done once, and what is not known to help is said to be so. The pod of `apply` is killed
 * in every third run besides.
 */
export async function checkKilledRuns(
  checks: Checks,
  cluster: Cluster,
  found: TestCluster,
  { runs, seed }: KillChoice,
): Promise<void> {
  const random = createRandom(seed);
  const killer = createKiller(cluster, found, random);
  const ask = patientGateway(cluster);
  const active = new Map<number, string>();
  const kills: Kill[] = [];
  const ended: KilledRun[] = [];
  let isOver = false;
  process.stdout.write(`${runs} runs, ${atOnce} at once, seed ${seed}\n`);

  async function killAtRandom(): Promise<void> {
    while (!isOver) {
      await wait(4000 + random() * 14_000);
      const victim = killer.reachable[Math.floor(random() * killer.reachable.length)];
      if (isOver || active.size === 0 || victim === undefined) continue;
      const kill = await killer.kill(victim, [...active.values()]).catch(() => undefined);
      if (kill !== undefined) kills.push(kill);
    }
  }
  const numbers = Array.from({ length: runs }, (_, index) => index).values();
  async function work(): Promise<void> {
    for (const index of numbers) {
      let isDone = false;
      let extra: Promise<unknown> = Promise.resolve();
      const delay = random() * 2500;
      await checks.check(`run ${index + 1} of ${runs} ends, with one effect at most`, async () => {
        try {
          const result = await killedRun(cluster, ask, `killed-${index}`, (run) => {
            active.set(index, run);
            if (index % 3 !== 0) return;
            extra = killer.killStep(run, 'apply', delay, () => isDone).then((kill) => kill && kills.push(kill));
          });
          ended.push(result);
          return judge(result, kills);
        } finally {
          isDone = true;
          active.delete(index);
          await extra.catch(() => undefined);
        }
      });
    }
  }
  const killing = killAtRandom();
  await Promise.all(Array.from({ length: Math.min(atOnce, runs) }, work));
  isOver = true;
  await killing;
  process.stdout.write(table(ended, kills));
}

/** Throws where a run did what it may not, whatever died; what it came to otherwise. */
function judge(result: KilledRun, kills: readonly Kill[]): string {
  const { run, ending, headline, changes, isAsBefore, incidents, effects, seconds } = result;
  const lost = kills.filter((kill) => kill.run === run).map(({ node }) => node);
  const said = `${run}, ${ending} after ${seconds.toFixed(0)} s, ${changes} changes${lost.length > 0 ? `, lost ${lost.join(', ')}` : ''}`;
  const wrong = [
    incidents === 1 ? [] : [`${incidents} incidents`],
    endings.has(ending) ? [] : [`ended as ${ending}: ${headline}`],
    // Without its pod a step of the first half has no result, and the run says so; nothing else may end it.
    ending === 'failed' && lost.length === 0 ? ['failed although no step of it was killed'] : [],
    ending === 'failed' && changes !== 0 ? ['failed, and changed something'] : [],
    ending === 'undone' && !(isAsBefore && changes % 2 === 0) ? ['undone, and not as it was before'] : [],
    ['recovered', 'unverified'].includes(ending) && changes !== 1 ? ['not changed once'] : [],
    effects.filter((effect) => effect === 'effect-applied' || effect === 'effect-already').length > 1
      ? [`effects ${effects.join(', ')}`]
      : [],
  ].flat();
  if (wrong.length > 0) throw new Error(`${said}: ${wrong.join('; ')}`);
  return said;
}

function table(ended: readonly KilledRun[], kills: readonly Kill[]): string {
  const counted = (words: readonly string[]) =>
    [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`).join(', ');
  const rows = ended.map(({ run, ending, seconds, changes, began }) => {
    const own = kills.filter((kill) =>
      kill.run === undefined ? kill.at >= began && kill.at <= began + seconds * 1000 : kill.run === run,
    );
    const died = own.map((kill) => kill.node ?? kill.victim).join(', ');
    return `| ${run} | ${ending} | ${seconds.toFixed(0)} | ${changes} | ${died} |`;
  });
  return [
    '| run | ended | s | changes | died meanwhile |',
    '|---|---|---|---|---|',
    ...rows,
    `${kills.length} kills: ${counted(kills.map(({ victim }) => victim))}; endings: ${counted(ended.map(({ ending }) => ending))}`,
    '',
  ].join('\n');
}
