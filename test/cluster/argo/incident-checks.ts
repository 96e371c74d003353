import type { IncidentView } from '../harness/service.ts';
import { type BrokenDeployment, breakDeployment } from './broken-deployment.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';
import { openGateway } from './gateway.ts';
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
    return `${stepTimes(workflow).toApproval} s; ${view.proposal?.plan.actions.map((action) => action.type).join(', ')}`;
  });
  if (proposed?.proposal === undefined) return;

  const { planHash } = proposed.proposal;
  await checks.check('approved through REST, woken by the Sensor, the run ends recovered', async () => {
    await gateway.decide(id, planHash, 'approved');
    const view = await until('end of the incident', 300, async () => {
      const seen = await gateway.incident(id);
      return seen.state === 'ended' && seen.report ? seen : undefined;
    });
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
    return `${toApproval} s to the approval, ${afterApproval} s after it; ${each}`;
  });
  await checks.check('no step but those that talk to the cluster or the gateway had a credential', () =>
    bareSteps(cluster, `incident-${id}`),
  );
  await checks.check('the bundle is in the gateway', async () => {
    const bytes = await gateway.bundle(id);
    if (bytes.readUInt16BE(0) !== 0x1f8b) throw new Error('it is no gzip');
    return `${bytes.length} bytes`;
  });
}

interface Pod {
  metadata: { annotations?: Record<string, string> };
  spec: {
    containers: { name: string; volumeMounts?: { name: string }[]; envFrom?: { secretRef?: object }[] }[];
    volumes?: { name: string; secret?: object; projected?: { sources: object[] } }[];
  };
}

/** Throws when the main container of a step that needs no credential can read one; gives how many pods were looked at. */
async function bareSteps(cluster: Cluster, run: string): Promise<string> {
  const pods = (await cluster.kubernetes.list(
    'Pod',
    'auto-ops',
    `workflows.argoproj.io/workflow=${run}`,
  )) as unknown as Pod[];
  const bare = pods.filter(({ metadata }) =>
    /[.](route|analyse|fix-\d|check-\d|review-\d)$/.test(
      metadata.annotations?.['workflows.argoproj.io/node-name'] ?? '',
    ),
  );
  for (const { metadata, spec } of bare) {
    const secret = new Set(
      (spec.volumes ?? [])
        .filter(
          ({ secret: own, projected }) =>
            own || projected?.sources.some((source) => 'serviceAccountToken' in source || 'secret' in source),
        )
        .map(({ name }) => name),
    );
    const main = spec.containers.find(({ name }) => name === 'main');
    const mounted = (main?.volumeMounts ?? []).filter(({ name }) => secret.has(name));
    if (mounted.length > 0)
      throw new Error(`${metadata.annotations?.['workflows.argoproj.io/node-name']} mounts ${mounted[0]?.name}`);
  }
  if (bare.length < 5) throw new Error(`only ${bare.length} pods to look at`);
  return `${bare.length} pods`;
}
