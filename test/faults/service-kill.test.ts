import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '@auto-ops/testing';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { childrenOf } from './children-of.ts';
import { kills } from './kills.ts';
import { createRandom } from './random.ts';
import { createService, type Service } from './service.ts';

const root = join(import.meta.dirname, '..', '..');
const notification = JSON.parse(readFileSync(join(root, 'apps', 'cli', 'sample', 'notification.json'), 'utf8'));

interface Incident {
  readonly id: string;
  readonly run: string;
  readonly state: string;
  readonly ending?: string;
  readonly proposal?: { readonly planHash: string };
}

/** One look at the incident, approving it where it waits; the incident once it has ended. */
async function look(service: Service): Promise<Incident | undefined> {
  const listed = (await service.get<{ incidents: Incident[] }>('/api/v1/incidents'))?.incidents;
  if (listed === undefined) return undefined;
  const [first] = listed;
  // The alert may have been lost with a service that had not answered yet: then its sender sends it again.
  if (first === undefined) {
    await service.alert(notification);
    return undefined;
  }
  if (first.state === 'ended') return first;
  const view = await service.get<Incident>(`/api/v1/incidents/${first.id}`);
  if (view?.state === 'waiting' && view.proposal !== undefined) {
    const word = { verdict: 'approved', planHash: view.proposal.planHash };
    await service.post(`/api/v1/incidents/${first.id}/decisions`, word);
  }
  return undefined;
}

function count(database: DatabaseSync, table: string): number {
  return (database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows;
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.ts'), '--quiet'], { stdio: 'ignore' });
}, 120_000);

it(`a service killed ${kills.ofService} times ends its runs and applies once (AUTO_OPS_TEST_SEED=${kills.seed})`, async () => {
  const random = createRandom(kills.seed);
  const base = temporaryFolder();
  let killed = 0;
  let runs = 0;

  while (killed < kills.ofService || runs === 0) {
    const data = join(base, String(runs));
    mkdirSync(data);
    const service = await createService(data);
    onTestFinished(() => service.kill());
    let ended: Incident | undefined;
    const patience = Date.now() + 240_000;
    while (ended === undefined && Date.now() < patience) {
      service.start();
      const end = Date.now() + (killed < kills.ofService ? 200 + random() * 5000 : 120_000);
      while (ended === undefined && Date.now() < end) {
        ended = await look(service);
        const steps = childrenOf(service.process?.pid ?? 0);
        const victim = steps[Math.floor(random() * steps.length)];
        if (victim !== undefined && killed < kills.ofService && random() < 0.02) process.kill(victim, 'SIGKILL');
        await wait(50);
      }
      if (ended === undefined) killed += 1;
      await service.kill();
    }
    runs += 1;

    const log = readFileSync(join(data, 'service.log'), 'utf8').slice(-4000);
    expect(ended, log).toMatchObject({ ending: 'recovered' });
    const workspace = join(data, 'runs', ended?.run ?? '');
    const repository = join(workspace, 'apply', 'repository');
    const commits = execFileSync('git', ['-C', repository, 'rev-list', '--count', `HEAD`], { encoding: 'utf8' });
    expect(Number(commits), 'the tree as it was found, and one change').toBe(2);
    const store = new DatabaseSync(join(data, 'store.sqlite'), { readOnly: true });
    const rows = ['incident', 'proposal', 'decision', 'report'].map((table) => count(store, table));
    store.close();
    expect(rows, 'incident, proposal, decision, report').toEqual([1, 1, 1, 1]);
  }
}, 1_800_000);
