import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { waitForAll } from './conditions.ts';
import type { Kubernetes } from './kubernetes.ts';
import type { LoadedScenario } from './scenario.ts';
import type { IncidentView, Service } from './service.ts';

const limitSeconds = 240;

/**
 * The whole loop of one incident: alert in, proposal, approval, effect, outcome. Gives undefined when the run ended as the
 * scenario says and the workload is as it should be, else what went otherwise.
 */
export async function runLoop(
  kubernetes: Kubernetes,
  service: Service,
  scenario: LoadedScenario,
  alert: object,
): Promise<string | undefined> {
  const { repair } = scenario;
  if (!repair) return 'the scenario has no repair';
  const specs = new Map<string, unknown>();
  for (const reference of repair.unchanged) specs.set(reference, await specOf(kubernetes, scenario, reference));

  await service.sendAlert(alert);
  const id = await until('an incident', () => findIncident(service, alert));
  const proposed = await until(`a proposal of ${id}`, async () => {
    const view = await service.incident(id);
    return view.proposal || view.state === 'ended' ? view : undefined;
  });
  const types = proposed.proposal?.plan.actions.map((action) => action.type) ?? [];
  if (!proposed.proposal) return `no proposal: ${endOf(proposed)}`;
  if (!types.some((type) => repair.expected.includes(type))) return `proposed ${types.join(', ')}`;

  const { planHash, approvals } = proposed.proposal;
  if (approvals >= 1) await service.approve(id, planHash, 0);
  if (approvals >= 2) await service.approve(id, planHash, 1);
  const ended = await until(`the end of ${id}`, async () => {
    const view = await service.incident(id);
    return view.state === 'ended' && view.report ? view : undefined;
  });
  if (ended.report?.ending !== repair.outcome) return `${types.join(', ')}: ${endOf(ended)}`;

  await waitForAll(kubernetes, scenario.namespace, repair.recovered, 60);
  for (const [reference, before] of specs) {
    const after = await specOf(kubernetes, scenario, reference);
    if (!isDeepStrictEqual(before, after)) return `the spec of ${reference} is not what it was`;
  }
  return undefined;
}

async function findIncident(service: Service, alert: object): Promise<string | undefined> {
  const { labels } = alert as { labels: Record<string, string> };
  for (const { id } of await service.incidents()) {
    const { incident } = await service.incident(id);
    if (incident.alerts?.some((one) => isDeepStrictEqual(one.labels, labels))) return id;
  }
  return undefined;
}

async function specOf(kubernetes: Kubernetes, scenario: LoadedScenario, reference: string): Promise<unknown> {
  const [kind = '', name = ''] = reference.split('/');
  return (await kubernetes.get(kind, scenario.namespace, name))?.spec;
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + limitSeconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`no sign of ${what} within ${limitSeconds} s`);
    await sleep(500);
  }
}

function endOf(view: IncidentView): string {
  const failed = view.nodes
    .filter((node) => node.phase === 'Failed' || node.phase === 'Error')
    .map((node) => `${node.name}: ${node.message ?? node.phase}`);
  const words = view.report ? `${view.report.ending}, ${view.report.headline}` : `ended as ${view.ending}`;
  return [words, ...failed].join('; ');
}
