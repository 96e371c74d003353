import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { type BrokenDeployment, breakDeployment } from '../broken-deployment.ts';
import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import { type Gateway, openGateway } from '../gateway.ts';
import { endedWorkflow } from '../maintenance/ended-workflow.ts';
import { proposedIncident } from '../proposed-incident.ts';
import { until } from '../until.ts';
import { type Workflow, workflowPath } from '../workflow.ts';

interface Stage {
  readonly cluster: Cluster;
  readonly gateway: Gateway;
  readonly broken: BrokenDeployment;
  /** Makes an id of this run of the checks, so that the next one finds nothing of it. */
  fresh(id: string): string;
}
type Example = (text: string, stage: Stage) => Promise<string | undefined>;

const examples: Readonly<Record<string, Example>> = {
  'heartbeat-now.yaml': byHand,
  'reindex-now.yaml': byHand,
  'review-logs-now.yaml': byHand,
  'backup-now.yaml': byHand,
  async 'diagnose.yaml'(text, stage) {
    const id = stage.fresh('example-diagnose');
    await create(stage, await filledIn(text, stage));
    await endedWorkflow(stage.cluster, `incident-${id}`, 180);
    const view = await endedIncident(stage.gateway, id);
    if (!view.report?.headline.endsWith('no fix was looked for')) throw new Error(`${view.report?.headline}`);
    return view.report.headline;
  },
  async 'incident.yaml'(text, stage) {
    const id = stage.fresh('example-incident');
    const before = (await stage.broken.read())?.metadata.generation;
    await create(stage, await filledIn(text, stage));
    const { planHash } = await proposedIncident(stage.cluster, stage.gateway, id);
    await stage.gateway.decide(id, planHash, 'rejected');
    const view = await endedIncident(stage.gateway, id);
    if (view.report?.ending !== 'rejected' || before !== (await stage.broken.read())?.metadata.generation)
      throw new Error(`${view.report?.ending}`);
    return view.report.headline;
  },
  async 'calendar.yaml'(text, stage) {
    const manifest = text
      .replace('schedule: 0 6 * * 1', 'schedule: "* * * * *"')
      .replace(/(name: ARGO_SECURE\n\s+value: )"true"/, '$1"false"');
    await stage.cluster.kubectl(['apply', '-f', '-'], manifest);
    try {
      const { metadata } = await until('Workflow of the calendar', 150, async () => {
        const selector = encodeURIComponent('events.argoproj.io/sensor=auto-ops-calendar');
        const answer = await stage.cluster.kubernetes.send('GET', `${workflowPath()}?labelSelector=${selector}`);
        return (JSON.parse(answer) as { items: Workflow[] }).items[0];
      });
      await stage.cluster.kubectl(['delete', '-f', '-'], manifest);
      await endedWorkflow(stage.cluster, metadata.name);
      return metadata.name;
    } finally {
      await stage.cluster.kubectl(['delete', '--ignore-not-found', '-f', '-'], manifest);
    }
  },
  async 'alertmanager.yaml'(text, stage) {
    await stage.cluster.kubectl(['create', '--dry-run=server', '-f', '-'], text);
    const { url } = parse(parse(text).data['alertmanager.yml']).receivers[0].webhook_configs[0];
    const { hostname, port, pathname } = new URL(url);
    const [service = '', namespace = ''] = hostname.split('.');
    const found = (await stage.cluster.kubernetes.get('Service', namespace, service)) as unknown as {
      spec: { ports: { port: number }[] };
    };
    if (!found.spec.ports.some((one) => String(one.port) === (port || '80'))) throw new Error(`nothing at ${url}`);
    if (pathname !== '/hooks/alertmanager') throw new Error(`the gateway has no hook ${pathname}`);
    const status = await stage.gateway.alert({ ...stage.broken.alert, receiver: 'auto-ops' });
    if (status !== 202) throw new Error(`answered ${status}`);
    return url;
  },
};

/** Every file of argo/examples, as it is but for names, times and what differs in this cluster. */
export async function checkExamples(checks: Checks, cluster: Cluster, repository: string): Promise<void> {
  const folder = join(repository, 'argo', 'examples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  let broken: BrokenDeployment | undefined;
  await checks.check('a Deployment for the examples is broken', async () => {
    broken = await breakDeployment(cluster, 'shop-of-examples');
    return undefined;
  });
  if (broken === undefined) return;
  const mark = Date.now().toString(36);
  const stage = { cluster, gateway: await openGateway(cluster), broken, fresh: (id: string) => `${id}-${mark}` };
  try {
    for (const file of files) {
      await checks.check(`${file} works as it stands`, async () => {
        const example = examples[file];
        if (example === undefined) throw new Error('nobody runs it');
        return example(readFileSync(join(folder, file), 'utf8'), stage);
      });
    }
  } finally {
    await broken.takeDown();
  }
}

async function create({ cluster }: Stage, text: string): Promise<void> {
  await cluster.kubectl(['create', '-f', '-'], text);
}

/** A Workflow that somebody creates: it ends green, and is gone afterwards, so that it can be created again. */
async function byHand(text: string, stage: Stage): Promise<string | undefined> {
  const { name } = parse(text).metadata;
  await stage.cluster.kubectl(['delete', '--ignore-not-found', '-f', '-'], text);
  await create(stage, text);
  try {
    const { status } = await endedWorkflow(stage.cluster, name);
    const [node] = Object.values(status?.nodes ?? {});
    return node?.outputs?.parameters?.map((one) => `${one.name} ${one.value}`).join(', ');
  } finally {
    await stage.cluster.kubectl(['delete', '--ignore-not-found', '-f', '-'], text);
  }
}

/** The document with the place, the object and the times of what is broken here, as its first line asks for. */
async function filledIn(text: string, { broken, fresh }: Stage): Promise<string> {
  const name = (await broken.read())?.metadata.name ?? '';
  const minute = 60_000;
  const at = (minutes: number) => new Date(Date.now() - minutes * minute).toISOString();
  const [document] = parseAllDocuments(text).map((one) => one.toJS());
  const { id } = JSON.parse(document.data['incident.json']) as { id: string };
  return text
    .replaceAll(id, fresh(id))
    .replaceAll(
      '"namespace": "shop", "deployment": "web"',
      `"namespace": "${broken.namespace}", "deployment": "${name}"`,
    )
    .replaceAll('2026-11-21T11:00:00.000Z', at(30))
    .replaceAll('2026-11-21T12:00:00.000Z', at(1));
}

function endedIncident(gateway: Gateway, id: string) {
  return until(`end of ${id}`, 240, async () => {
    const seen = await gateway.incident(id);
    return seen.state === 'ended' && seen.report ? seen : undefined;
  });
}
