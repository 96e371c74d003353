import { isDeepStrictEqual } from 'node:util';
import type { IncidentView } from '../harness/service.ts';
import { bareSteps } from './bare-steps.ts';
import { type BrokenDeployment, breakDeployment } from './broken-deployment.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { proposedIncident } from './proposed-incident.ts';
import { stepTimes } from './step-times.ts';
import { until } from './until.ts';
import { readWorkflow, type Workflow, workflowPath } from './workflow.ts';

const quiet = new Set(['Succeeded', 'Skipped', 'Omitted', 'Running']);

/** From an alert to a healthy Deployment: created, proposed, approved through REST, woken by the Sensor, applied, verified, reported. */
export async function checkIncident(checks: Checks, cluster: Cluster): Promise<void> {
  let broken: BrokenDeployment | undefined;
  await checks.check('a Deployment is broken', async () => {
    broken = await breakDeployment(cluster, 'shop-under-argo');
    return undefined;
  });
  if (broken === undefined) return;
  try {
    await run(checks, cluster, broken);
  } finally {
    await broken.takeDown();
  }
}

async function run(checks: Checks, cluster: Cluster, broken: BrokenDeployment): Promise<void> {
  const gateway = await openGateway(cluster);
  const namesOfRuns = async () =>
    (JSON.parse(await cluster.kubernetes.send('GET', workflowPath())) as { items: Workflow[] }).items.map(
      ({ metadata }) => metadata.name,
    );
  const known = new Set((await gateway.incidents()).map(({ id }) => id));
  const before = await namesOfRuns();
  let id = '';
  let proposed: IncidentView | undefined;

  await checks.check('one alert posted twenty times at once is one Workflow', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.alert(broken.alert)));
    if (answers.some((status) => status !== 202)) throw new Error(`answered ${answers.join(' ')}`);
    const names = await until('Workflow', 60, async () => {
      const fresh = (await namesOfRuns()).filter((name) => !before.includes(name));
      return fresh.length > 0 ? fresh : undefined;
    });
    const incidents = (await gateway.incidents()).filter((one) => !known.has(one.id));
    if (names.length !== 1 || incidents.length !== 1)
      throw new Error(`${names.length} Workflows, ${incidents.length} incidents`);
    id = incidents[0]?.id ?? '';
    return names[0];
  });
  if (id === '') return;

  await checks.check('all steps are green up to the suspended approval', async () => {
    const { workflow, view } = await proposedIncident(cluster, gateway, id);
    const red = Object.values(workflow.status?.nodes ?? {}).filter((node) => !quiet.has(node.phase));
    if (red.length > 0) throw new Error(red.map((node) => `${node.displayName} ${node.phase}`).join(', '));
    proposed = view;
    if (view.analysis?.causes[0] === undefined) throw new Error('the cause is not shown beside the proposal');
    return `${stepTimes(workflow).toApproval} s; ${view.analysis.causes[0].code}; ${view.proposal?.plan.actions.map((action) => action.type).join(', ')}`;
  });
  if (proposed?.proposal === undefined) return;

  const { planHash } = proposed.proposal;
  await checks.check('approved through REST, woken by the Sensor, the run ends recovered', async () => {
    await gateway.decide(id, planHash, 'approved');
    const view = await until('end of the incident', 300, async () => {
      const seen = await gateway.incident(id);
      return seen.state === 'ended' && seen.report ? seen : undefined;
    });
    proposed = view;
    if (view.report?.ending !== 'recovered') throw new Error(`${view.report?.ending}: ${view.report?.headline}`);
    return view.report.headline;
  });
  await checks.check('the Deployment is healthy', async () => {
    await broken.recovered();
    return undefined;
  });
  await checks.check('the Workflow is green and its claim is gone', async () => {
    const workflow = await until('end of the Workflow', 60, async () => {
      const found = await readWorkflow(cluster, `incident-${id}`);
      return found?.status?.phase === 'Succeeded' ? found : undefined;
    });
    await until('end of the claim', 60, async () => {
      const claims = await cluster.kubernetes.list('PersistentVolumeClaim', 'auto-ops');
      return claims.some(({ metadata }) => metadata.name.startsWith(`incident-${id}`)) ? undefined : true;
    });
    const { steps, toApproval, afterApproval } = stepTimes(workflow);
    const each = steps.map(({ name, seconds }) => `${name} ${seconds}`).join(', ');
    const settling = Math.round(((await reportOf(gateway, id)).times.settlingMilliseconds ?? 0) / 1000);
    const working = toApproval + afterApproval - settling;
    return `${working} s without the waits: ${toApproval} s to the approval, ${afterApproval} s after it, of which ${settling} s watching the rollout; ${each}`;
  });
  await checks.check('the lists of Argo show how urgent it was, what it was, and how it ended', async () => {
    const { metadata, status } = (await readWorkflow(cluster, `incident-${id}`)) ?? {};
    const shown = {
      severity: metadata?.labels?.['auto-ops.dev/severity'],
      ...Object.fromEntries((status?.outputs?.parameters ?? []).map(({ name, value }) => [name, value])),
    };
    const expected = { severity: proposed?.incident.severity, verdict: 'identified', ending: 'recovered' };
    if (!isDeepStrictEqual(shown, expected)) throw new Error(JSON.stringify({ shown, expected }));
    return JSON.stringify(shown);
  });
  await checks.check('the time of each step stands in the report', async () => {
    const { steps, times } = await reportOf(gateway, id);
    const pods = Object.values((await readWorkflow(cluster, `incident-${id}`))?.status?.nodes ?? {}).filter(
      (node) => node.type === 'Pod' && node.phase === 'Succeeded',
    );
    // The report cannot know its own time.
    if (steps.length !== pods.length - 1) throw new Error(`${steps.length} of the ${pods.length} steps`);
    if (times.settlingMilliseconds === undefined) throw new Error(JSON.stringify(times));
    return `${steps.length} steps, ${Math.round(times.wholeMilliseconds / 1000)} s in all`;
  });
  await checks.check('no step but those that talk to the cluster or the gateway had a credential', () =>
    bareSteps(cluster, `incident-${id}`),
  );
  await checks.check('the bundle is in the gateway', async () => {
    const bytes = await gateway.bundle(id);
    if (bytes.readUInt16BE(0) !== 0x1f8b) throw new Error('it is no gzip');
    return `${bytes.length} bytes`;
  });
  await checks.check(
    'the same notification after the end shows that the alert still fires, and starts nothing',
    async () => {
      const runsOf = async () => (await namesOfRuns()).filter((name) => name.startsWith(`incident-${id}`));
      const runs = await runsOf();
      await gateway.alert(broken.alert);
      const view = await until('word of the repetition', 10, async () => {
        const seen = await gateway.incident(id);
        return seen.firedAgainAt ? seen : undefined;
      });
      const after = await runsOf();
      if (view.state !== 'ended' || after.length !== runs.length) throw new Error(`${view.state}, ${after.join(' ')}`);
      return view.firedAgainAt;
    },
  );
}

interface TimedReport {
  readonly steps: readonly object[];
  readonly times: { readonly wholeMilliseconds: number; readonly settlingMilliseconds?: number };
}

async function reportOf(gateway: Gateway, id: string): Promise<TimedReport> {
  return (await gateway.report(id)) as TimedReport;
}
