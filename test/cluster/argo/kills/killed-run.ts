import { isDeepStrictEqual } from 'node:util';
import type { IncidentView } from '../../harness/service.ts';
import { breakDeployment } from '../broken-deployment.ts';
import type { Cluster } from '../cluster.ts';
import type { Gateway } from '../gateway.ts';
import { until } from '../until.ts';
import type { patientGateway } from './patient-gateway.ts';

/** How one run went while things died around it. */
export interface KilledRun {
  readonly run: string;
  readonly ending: string;
  readonly headline: string;
  readonly began: number;
  readonly seconds: number;
  /** How often the spec of the broken object changed. */
  readonly changes: number;
  /** Whether it is as it was before the run. */
  readonly isAsBefore: boolean;
  readonly incidents: number;
  readonly effects: readonly string[];
}

/** Breaks a Deployment, posts its alert until it is taken, approves what is proposed, and waits for the end. `started` is told the run. */
export async function killedRun(
  cluster: Cluster,
  ask: ReturnType<typeof patientGateway>,
  prefix: string,
  started: (run: string) => void,
): Promise<KilledRun> {
  const world = await breakDeployment(cluster, prefix);
  try {
    const before = await world.read();
    const began = Date.now();
    const found = () => ask((gateway) => incidentsOf(gateway, world.namespace));
    await ask((gateway) => gateway.alert(world.alert));
    const id = await until('incident', 120, async () => (await found())[0]);
    started(`incident-${id}`);
    const view = await until('end of the incident', 600, async () => {
      const seen = await ask((gateway) => gateway.incident(id));
      if (seen.state === 'ended') return seen;
      if (seen.state === 'waiting' && seen.proposal !== undefined) await approve(ask, seen);
      return undefined;
    });
    const seconds = (Date.now() - began) / 1000;
    const after = await world.read();
    const audit = await ask((gateway) => gateway.audit(`incident-${id}`));
    return {
      run: `incident-${id}`,
      ending: view.ending ?? '',
      headline: view.report?.headline ?? 'no report',
      began,
      seconds,
      changes: (after?.metadata.generation ?? 0) - (before?.metadata.generation ?? 0),
      isAsBefore: isDeepStrictEqual(before?.spec, after?.spec),
      incidents: (await found()).length,
      effects: audit.filter((kind) => kind.startsWith('effect-')),
    };
  } finally {
    await world.takeDown();
  }
}

async function approve(ask: ReturnType<typeof patientGateway>, { id, proposal }: IncidentView): Promise<void> {
  try {
    await ask((gateway) => gateway.decide(id, proposal?.planHash ?? '', 'approved'));
  } catch (error) {
    // The first approval was taken, and its answer was lost.
    if (!/answered 409|is decided already/.test((error as Error).message)) throw error;
  }
}

async function incidentsOf(gateway: Gateway, namespace: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { id } of await gateway.incidents()) {
    const { incident } = await gateway.incident(id);
    if (incident.alerts?.some(({ labels }) => labels.namespace === namespace)) ids.push(id);
  }
  return ids;
}
