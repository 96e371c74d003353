import { isDeepStrictEqual } from 'node:util';
import type { IncidentView } from '../../harness/service.ts';
import type { BrokenDeployment } from '../broken-deployment.ts';
import { until } from '../until.ts';
import { acts } from './acts.ts';
import { documentsOf, type LeftDocuments } from './documents-of.ts';
import type { Ending } from './ending.ts';
import type { Place } from './place.ts';
import { stagesOf } from './stages-of.ts';

/** What was seen of one run. */
export interface Played {
  readonly run: string;
  readonly seconds: number;
  readonly stages: readonly string[];
  /** Each node with its phase, also those that did not run. */
  readonly phases: Readonly<Record<string, string>>;
  readonly left: LeftDocuments;
}

/** Plays one ending in a broken world and holds it against what is expected; throws where anything is otherwise. */
export async function playEnding(ending: Ending, place: Place, world: BrokenDeployment): Promise<Played> {
  const { expected } = ending;
  const began = performance.now();
  const before = await world.read();
  const known = new Set((await place.gateway.incidents()).map(({ id }) => id));
  await place.gateway.alert(world.alert);
  const id = await until('incident', 60, () => newIncident(place, known, world.namespace));
  const run = `incident-${id}`;
  await acts[ending.act]({ place, id, run, alert: world.alert });
  const view = await until('end of the incident', 420, async () => {
    const seen = await place.gateway.incident(id);
    // What a run that was stopped was about to fan out stays as it was.
    const works = seen.nodes.some(({ kind, phase }) => (kind === 'Pod' || kind === 'Retry') && phase === 'Running');
    return seen.state === 'ended' && !works ? seen : undefined;
  });

  const problems: string[] = [];
  const failed = view.nodes.filter(({ phase }) => phase === 'Failed' || phase === 'Error');
  if (view.report === undefined) {
    throw new Error(
      `${run} ended as ${view.ending} without a report; ${failed.map(({ name, message }) => `${name}: ${message}`).join('; ')}`,
    );
  }
  if (view.report.ending !== expected.ending || view.ending !== expected.ending)
    problems.push(`ended ${view.report.ending}, ${view.ending}: ${view.report.headline}`);
  if (!expected.headline.test(view.report.headline)) problems.push(`headline "${view.report.headline}"`);
  const stages = stagesOf(view.nodes.map(named(run)));
  if (expected.stages !== undefined && !isDeepStrictEqual(stages, expected.stages))
    problems.push(`steps ${stages.join(' → ')}`);
  const left = await documentsOf(await place.gateway.report(id), await place.gateway.bundle(id));
  if (expected.documents !== undefined && !isDeepStrictEqual([...left.names], [...expected.documents]))
    problems.push(`documents ${left.names.join(', ')}`);
  const audit = await place.gateway.audit(run);
  if (expected.audit !== undefined && !isDeepStrictEqual(audit, [...expected.audit]))
    problems.push(`audit ${audit.join(', ')}`);
  const after = await world.read();
  if (ending.changes !== true && !isDeepStrictEqual(before?.spec, after?.spec))
    problems.push('the broken object was changed');
  if (problems.length > 0) throw new Error(`${place.name}, ${run}: ${problems.join('; ')}`);
  return {
    run,
    seconds: (performance.now() - began) / 1000,
    stages,
    // How often a step was tried is a matter of time.
    phases: Object.fromEntries(
      view.nodes
        .map(named(run))
        .filter(({ name }) => !/\(\d+\)$/.test(name))
        .map(({ name, phase }) => [name, phase]),
    ),
    left,
  };
}

async function newIncident(place: Place, known: ReadonlySet<string>, namespace: string): Promise<string | undefined> {
  for (const { id } of await place.gateway.incidents()) {
    if (known.has(id)) continue;
    const { incident } = await place.gateway.incident(id);
    if (incident.alerts?.some(({ labels }) => labels.namespace === namespace)) return id;
  }
  return undefined;
}

/** The exit handler bears the name of its run; everything else has one name in every run. */
function named(run: string) {
  return (node: IncidentView['nodes'][number]) => {
    const isHandler = node.name.startsWith(`${run}.onExit`);
    return {
      ...node,
      name: isHandler ? node.name.replace(`${run}.onExit`, 'report') : node.name === run ? 'run' : node.name,
    };
  };
}
