import { type BrokenDeployment, breakDeployment } from './broken-deployment.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';
import { openGateway } from './gateway.ts';
import { postEvent } from './post-event.ts';
import { proposedIncident } from './proposed-incident.ts';
import { restartGateway } from './restart-gateway.ts';
import { until } from './until.ts';
import { readWorkflow, type Workflow, workflowPath } from './workflow.ts';

/** Waking is not approving: a run that is woken without a decision waits on, a decision about another plan is refused, a rejection ends it. */
export async function checkWaking(checks: Checks, cluster: Cluster): Promise<void> {
  let broken: BrokenDeployment | undefined;
  await checks.check('another Deployment is broken', async () => {
    broken = await breakDeployment(cluster, 'shop-that-waits');
    return undefined;
  });
  if (broken === undefined) return;
  try {
    await wake(checks, cluster, broken);
  } finally {
    await broken.takeDown();
  }
}

async function wake(checks: Checks, cluster: Cluster, broken: BrokenDeployment): Promise<void> {
  let gateway = await openGateway(cluster);
  const known = new Set((await gateway.incidents()).map(({ id }) => id));
  await gateway.alert(broken.alert);
  const id = await until('incident', 30, async () => (await gateway.incidents()).find((one) => !known.has(one.id))?.id);
  let planHash = '';
  await checks.check('it is proposed', async () => {
    ({ planHash } = await proposedIncident(cluster, gateway, id));
    return `incident-${id}`;
  });
  if (planHash === '') return;
  const before = (await broken.read())?.metadata.generation;
  const nodes = async () => Object.values((await readWorkflow(cluster, `incident-${id}`))?.status?.nodes ?? {});
  const tries = async () => (await nodes()).filter((node) => /^decide[(]\d+[)]$/.test(node.displayName));

  await checks.check('the gateway is killed, the same alert comes twenty times more: one Workflow', async () => {
    gateway = await restartGateway(cluster);
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.alert(broken.alert)));
    if (answers.some((status) => status !== 202)) throw new Error(`answered ${answers.join(' ')}`);
    // As long as a lost event takes to be posted again.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const incidents = (await gateway.incidents()).filter((one) => !known.has(one.id));
    const { items } = JSON.parse(await cluster.kubernetes.send('GET', workflowPath())) as { items: Workflow[] };
    const runs = items.filter(({ metadata }) =>
      incidents.some((one) => metadata.name.startsWith(`incident-${one.id}`)),
    );
    if (incidents.length !== 1 || runs.length !== 1)
      throw new Error(`${incidents.length} incidents, ${runs.length} Workflows`);
    return runs[0]?.metadata.name;
  });
  await checks.check('a decision about another plan is refused', async () => {
    const other = planHash.replace(/./g, (digit) => (digit === '0' ? '1' : '0'));
    const answer = await gateway.decide(id, other, 'approved').then(
      () => 'it was taken',
      (error: Error) => error.message,
    );
    if (!/answered 4\d\d/.test(answer)) throw new Error(answer);
    return /answered \d+/.exec(answer)?.[0];
  });
  await checks.check('woken without a decision, the run asks again and changes nothing', async () => {
    await postEvent(cluster, { id, kind: 'decision' });
    await until('second try of decide', 120, async () => ((await tries()).length >= 2 ? true : undefined));
    const ran = (await nodes()).filter(
      (node) => node.type === 'Pod' && /^(apply|target|undo)/.test(node.displayName) && node.phase !== 'Omitted',
    );
    const after = (await broken.read())?.metadata.generation;
    if (ran.length > 0 || before !== after)
      throw new Error(`${ran.map((node) => node.displayName)}; generation ${before}, ${after}`);
    return `${(await tries()).length} tries of decide`;
  });
  await checks.check('rejected through REST, it ends as rejected and changed nothing', async () => {
    await gateway.decide(id, planHash, 'rejected');
    const view = await until('end of the incident', 240, async () => {
      const seen = await gateway.incident(id);
      return seen.state === 'ended' && seen.report ? seen : undefined;
    });
    const after = (await broken.read())?.metadata.generation;
    if (view.report?.ending !== 'rejected' || before !== after)
      throw new Error(`${view.report?.ending}; generation ${before}, ${after}`);
    return view.report.headline;
  });
}
