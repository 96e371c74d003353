import { waitForAll } from '../../harness/conditions.ts';
import type { TestCluster } from '../../harness/test-cluster.ts';
import { type BrokenDeployment, breakDeployment } from '../broken-deployment.ts';
import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import { until } from '../until.ts';
import { openArgoPlace } from './argo-place.ts';
import { difference } from './difference.ts';
import type { Ending } from './ending.ts';
import { endings } from './endings.ts';
import { openLocalPlace } from './local-place.ts';
import { type Played, playEnding } from './play-ending.ts';

/** Which endings, on which engines. */
export interface EndingChoice {
  /** Parts of names; all where absent. */
  readonly named?: readonly string[] | undefined;
  readonly on: readonly ('local' | 'argo')[];
}

// What has to be put back when the run is cut short: settings of the steps would be those of everybody after us.
const open = new Set<() => Promise<void>>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.allSettled([...open].map((close) => close()));
    process.exit(130);
  });
}

/** Every ending on the embedded engine and under Argo, each as expected, and both with the same steps and the same documents. */
export async function checkEndings(
  checks: Checks,
  cluster: Cluster,
  found: TestCluster,
  repository: string,
  choice: EndingChoice,
): Promise<void> {
  const wanted = endings.filter(({ name }) => choice.named?.some((part) => name.includes(part)) ?? true);
  const together = wanted.filter((ending) => ending.alone !== true);
  const alone = wanted.filter((ending) => ending.alone === true);
  const next = together.values();
  const work = async () => {
    for (const ending of next) await checkEnding(checks, cluster, found, repository, choice, ending);
  };
  await Promise.all([work(), work(), work()]);
  for (const ending of alone) await checkEnding(checks, cluster, found, repository, choice, ending);
}

async function checkEnding(
  checks: Checks,
  cluster: Cluster,
  found: TestCluster,
  repository: string,
  { on }: EndingChoice,
  ending: Ending,
): Promise<void> {
  const settings = ending.settings ?? {};
  const seen: Played[] = [];
  let world: BrokenDeployment | undefined;
  const endWorld = async () => {
    await world?.takeDown();
    for (const object of ending.world?.(world?.namespace ?? '') ?? []) await cluster.kubernetes.remove(object);
    world = undefined;
  };
  try {
    for (const engine of on) {
      await checks.check(`${ending.name}, ${engine === 'argo' ? 'under Argo' : 'on the local engine'}`, async () => {
        // What a run has changed is no world for the next one.
        if (ending.changes === true) await endWorld();
        world ??= await makeWorld(cluster, ending);
        const place =
          engine === 'argo'
            ? await openArgoPlace(cluster, settings)
            : await openLocalPlace(cluster, found, repository, settings);
        open.add(place.close);
        try {
          const played = await playEnding(ending, place, world);
          seen.push(played);
          return `${played.run}, ${played.left.names.join(', ')}`;
        } finally {
          open.delete(place.close);
          await place.close();
        }
      });
    }
  } finally {
    await endWorld();
  }
  const [one, other] = seen;
  if (one === undefined || other === undefined) return;
  await checks.check(`${ending.name}: the same on both engines`, async () => {
    const isCut = ending.expected.stages === undefined;
    const problem = isCut
      ? difference(one.left.content.report, other.left.content.report)
      : (difference(one.stages, other.stages) ??
        difference(sorted(one.phases), sorted(other.phases)) ??
        difference(one.left.content, other.left.content));
    if (problem !== undefined) throw new Error(problem);
    return isCut ? 'the same report' : `${one.stages.length} stages, ${Object.keys(one.phases).length} nodes`;
  });
}

async function makeWorld(cluster: Cluster, ending: Ending): Promise<BrokenDeployment> {
  const prefix = `ending-${ending.name.replace(/[^a-z]/g, '').slice(0, 20)}`;
  const world = await breakDeployment(cluster, prefix, ending.scenario);
  if (ending.settled !== undefined) await waitForAll(cluster.kubernetes, world.namespace, [ending.settled], 60);
  const more = ending.world?.(world.namespace) ?? [];
  for (const object of more) await cluster.kubernetes.apply(object);
  if (more.length > 0) await until('policy in force', 60, () => isRefused(cluster, world));
  return world;
}

/** A policy that was applied a moment ago is not enforced yet. */
async function isRefused({ kubernetes }: Cluster, { namespace, read }: BrokenDeployment): Promise<true | undefined> {
  const name = (await read())?.metadata.name;
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${name}?dryRun=All`;
  const patch = { spec: { revisionHistoryLimit: 7 } };
  return kubernetes.send('PATCH', path, patch, 'application/merge-patch+json').then(
    () => undefined,
    () => true as const,
  );
}

function sorted(phases: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(phases).sort(([one], [other]) => one.localeCompare(other)));
}
