import type { IncidentView } from '../../harness/service.ts';
import { type BrokenDeployment, breakDeployment } from '../broken-deployment.ts';
import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import type { Gateway } from '../gateway.ts';
import { proposedIncident } from '../proposed-incident.ts';
import { until } from '../until.ts';
import { bodies } from './bodies.ts';
import type { FakeGitHub } from './fake-github.ts';
import type { Way } from './way.ts';

/** From a labelled issue to a healthy Deployment, decided by a comment. */
export async function checkIssue(
  checks: Checks,
  cluster: Cluster,
  gateway: Gateway,
  github: FakeGitHub,
  way: Way,
  index: number,
): Promise<void> {
  let broken: BrokenDeployment | undefined;
  await checks.check('a Deployment is broken', async () => {
    broken = await breakDeployment(cluster, 'shop-on-github');
    return undefined;
  });
  if (broken === undefined) return;
  try {
    await run(checks, cluster, gateway, github, way, broken, Math.floor(Date.now() / 1000) + index);
  } finally {
    await broken.takeDown();
  }
}

async function run(
  checks: Checks,
  cluster: Cluster,
  gateway: Gateway,
  github: FakeGitHub,
  { name, sender, arrived }: Way,
  broken: BrokenDeployment,
  number: number,
): Promise<void> {
  const object = await broken.read();
  const text = `deployment/${object?.metadata.name} in namespace ${broken.namespace} does not start since the last release.`;
  const labelled = bodies.issue(number, text);
  const place = `/repos/${labelled.repository.full_name}/issues`;
  await github.put({
    [`${place}/${number}`]: labelled.issue,
    [`${place}/${number}/events`]: [bodies.labelling()],
  });
  let id = '';
  let planHash = '';

  await checks.check(`a labelled issue through ${name} is a Workflow that waits for a decision`, async () => {
    const said = await arrived(await sender.send('issues', labelled));
    id = await until('incident', 60, async () => {
      for (const one of (await gateway.incidents()).slice(0, 20)) {
        const { incident } = (await gateway.incident(one.id)) as IncidentView & { incident: { question?: string } };
        if (incident.question?.includes(broken.namespace)) return one.id;
      }
      return undefined;
    });
    planHash = (await proposedIncident(cluster, gateway, id)).planHash;
    return [said, `incident-${id}`].filter(Boolean).join('; ');
  });
  if (planHash === '') return;

  async function say(by: string, words: string): Promise<string | undefined> {
    const body = bodies.comment(labelled.issue, by, words);
    await github.put({ [`${place}/comments/${body.comment.id}`]: body.comment });
    return arrived(await sender.send('issue_comment', body));
  }

  await checks.check(`a comment of somebody without the role through ${name} changes nothing`, async () => {
    await say('carol-hub', `/auto-ops approve ${planHash}`);
    await until('refusal in the audit', 60, async () =>
      (await gateway.audit(id)).includes('command-refused') ? true : undefined,
    );
    const { state } = await gateway.incident(id);
    if (state !== 'waiting') throw new Error(`the incident is ${state}`);
    return undefined;
  });
  await checks.check(`the comment /auto-ops approve through ${name} wakes the run, which ends recovered`, async () => {
    const said = await say('bob-hub', `/auto-ops approve ${planHash.slice(0, 16)}`);
    const view = await until('end of the incident', 300, async () => {
      const seen = await gateway.incident(id);
      return seen.state === 'ended' && seen.report ? seen : undefined;
    });
    if (view.report?.ending !== 'recovered') throw new Error(`${view.report?.ending}: ${view.report?.headline}`);
    const { decision } = (await gateway.report(id)) as { decision?: { approvers: { id: string; channel: string }[] } };
    const [approver] = decision?.approvers ?? [];
    if (approver?.id !== 'bob' || approver.channel !== 'github') throw new Error(JSON.stringify(approver));
    return [said, view.report.headline].filter(Boolean).join('; ');
  });
  await checks.check('the Deployment is healthy', async () => {
    await broken.recovered();
    return undefined;
  });
}
