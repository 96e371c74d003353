import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import { type Gateway, openGateway } from '../gateway.ts';
import { until } from '../until.ts';
import { readWorkflow, type Workflow, workflowPath } from '../workflow.ts';
import { bodies } from './bodies.ts';
import { checkIssue } from './check-issue.ts';
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts';
import { type Sender, senderTo } from './sender.ts';
import type { Way } from './way.ts';

/** GitHub by both ways: straight to the gateway's hook, and through the EventSource of Argo Events and its intake. */
export async function checkGitHub(checks: Checks, cluster: Cluster): Promise<void> {
  let github: FakeGitHub | undefined;
  await checks.check('a GitHub that is none runs in the cluster', async () => {
    github = await startFakeGitHub(cluster);
    return undefined;
  });
  if (github === undefined) return;
  try {
    const gateway = await openGateway(cluster);
    const hook = senderTo(`${await cluster.forward('auto-ops', 'auto-ops-gateway', 80)}/hooks/github`);
    const place = await cluster.forward('argo-events', 'auto-ops-github-eventsource-svc', 12001);
    const events = senderTo(`${place}/github`);
    await checkSignatures(checks, hook, events);
    const ways: readonly Way[] = [
      { name: 'the hook', sender: hook, arrived: async () => undefined },
      { name: 'the EventSource', sender: events, arrived: (delivery) => intakeOf(cluster, delivery) },
    ];
    for (const [index, way] of ways.entries()) {
      await checkWorkflowRun(checks, cluster, gateway, github, way, index);
      await checkIssue(checks, cluster, gateway, github, way, index);
      await checkPush(checks, cluster, github, way, index);
    }
    await checkBothWays(checks, github, hook, events, cluster);
  } finally {
    await github.takeDown();
  }
}

async function checkSignatures(checks: Checks, hook: Sender, events: Sender): Promise<void> {
  await checks.check('a wrong signature is refused by the hook and by the EventSource', async () => {
    const body = bodies.run(1, 'failure');
    const answers = [await hook.forge('workflow_run', body), await events.forge('workflow_run', body)];
    if (answers[0] !== 401 || answers[1] === undefined || answers[1] < 400)
      throw new Error(`they answered ${answers.join(' and ')}`);
    return answers.join(' and ');
  });
}

/** Waits until the intake of a delivery has handed its ids in. */
async function intakeOf(cluster: Cluster, delivery: string): Promise<string> {
  await until(`end of intake-${delivery}`, 90, async () => {
    const workflow = await readWorkflow(cluster, `intake-${delivery}`);
    if (workflow?.status?.phase === 'Failed' || workflow?.status?.phase === 'Error')
      throw new Error(`it is ${workflow.status.phase}`);
    return workflow?.status?.phase === 'Succeeded' ? true : undefined;
  });
  return `intake-${delivery} succeeded`;
}

async function checkWorkflowRun(
  checks: Checks,
  cluster: Cluster,
  gateway: Gateway,
  github: FakeGitHub,
  { name, sender, arrived }: Way,
  index: number,
): Promise<void> {
  const run = Date.now() + index;
  const branch = `checks-${run.toString(36)}`;
  let id = '';
  await checks.check(`a failed workflow_run through ${name} is a Workflow`, async () => {
    const body = bodies.run(run, 'failure', branch);
    await github.put({ [`/repos/${body.repository.full_name}/actions/runs/${run}`]: body.workflow_run });
    const said = await arrived(await sender.send('workflow_run', body));
    id = await freshIncident(gateway, (incident) => incident.alerts?.[0]?.labels.branch === branch);
    await until('Workflow', 60, () => readWorkflow(cluster, `incident-${id}`));
    return [said, `incident-${id}`].filter(Boolean).join('; ');
  });
  if (id === '') return;
  await checks.check(`its success through ${name} is news of the same incident`, async () => {
    const body = bodies.run(run + 10, 'success', branch);
    await github.put({ [`/repos/${body.repository.full_name}/actions/runs/${run + 10}`]: body.workflow_run });
    await arrived(await sender.send('workflow_run', body));
    const settled = `"state":"grouped","incident":"${id}"`;
    await until('delivery of that incident', 60, async () => {
      const log = await cluster.kubectl(['-n', 'auto-ops', 'logs', 'deployment/auto-ops-gateway', '--since=5m']);
      return log.includes(settled) ? true : undefined;
    });
    return undefined;
  });
}

/** The id of the one incident that fits, once it is there. */
async function freshIncident(
  gateway: Gateway,
  fits: (incident: { alerts?: { labels: Record<string, string> }[] }) => boolean,
): Promise<string> {
  return until('incident', 60, async () => {
    for (const { id } of (await gateway.incidents()).slice(0, 20))
      if (fits((await gateway.incident(id)).incident)) return id;
    return undefined;
  });
}

async function checkPush(
  checks: Checks,
  cluster: Cluster,
  github: FakeGitHub,
  { name, sender, arrived }: Way,
  index: number,
): Promise<void> {
  await checks.check(`a push that touches runbooks/ through ${name} submits the re-index`, async () => {
    const body = bodies.push(index);
    const place = `/repos/${body.repository.full_name}/compare`;
    await github.put({
      [`${place}/${body.after}...main`]: { status: 'identical' },
      [`${place}/${body.before}...${body.after}`]: {
        status: 'ahead',
        files: [{ filename: 'runbooks/shop/SHOP-1.md' }],
      },
    });
    const list = async () =>
      (JSON.parse(await cluster.kubernetes.send('GET', workflowPath())) as { items: Workflow[] }).items
        .map(({ metadata }) => metadata.name)
        .filter((one) => one.startsWith('reindex-'));
    const before = new Set(await list());
    await arrived(await sender.send('push', body));
    return until('Workflow of a re-index', 90, async () => (await list()).find((one) => !before.has(one)));
  });
}

async function checkBothWays(
  checks: Checks,
  github: FakeGitHub,
  hook: Sender,
  events: Sender,
  cluster: Cluster,
): Promise<void> {
  await checks.check('a delivery that comes by both ways is one', async () => {
    const body = bodies.run(Date.now(), 'cancelled');
    await github.put({
      [`/repos/${body.repository.full_name}/actions/runs/${body.workflow_run.id}`]: body.workflow_run,
    });
    const delivery = await events.send('workflow_run', body);
    await intakeOf(cluster, delivery);
    const { result } = await hook.again('workflow_run', body, delivery);
    if (result !== 'repeat') throw new Error(`the hook says ${result}`);
    return undefined;
  });
}
