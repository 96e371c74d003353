import { type BrokenDeployment, breakDeployment } from './broken-deployment.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';
import { openGateway } from './gateway.ts';
import { proposedIncident } from './proposed-incident.ts';
import { until } from './until.ts';
import { readWorkflow } from './workflow.ts';

const gatewayPods = ['auto-ops', 'app.kubernetes.io/name=auto-ops-gateway'] as const;
const controllerPods = ['argo', 'app=workflow-controller'] as const;
const sourcePods = ['argo-events', 'eventsource-name=auto-ops'] as const;
const createPods = ['argo-events', 'sensor-name=auto-ops-create'] as const;
const resumePods = ['argo-events', 'sensor-name=auto-ops-resume'] as const;

/** One run in which everything but the API server is killed once, each at the moment where it is needed most. */
export async function checkKills(checks: Checks, cluster: Cluster): Promise<void> {
  let broken: BrokenDeployment | undefined;
  await checks.check('a third Deployment is broken', async () => {
    broken = await breakDeployment(cluster, 'shop-of-kills');
    return undefined;
  });
  if (broken === undefined) return;
  const { alert, read, recovered, takeDown } = broken;
  try {
    await checks.check('a run survives the death of everything around it, and acts once', async () => {
      const began = (await read())?.metadata.generation ?? 0;
      let gateway = await openGateway(cluster);
      const known = new Set((await gateway.incidents()).map(({ id }) => id));
      await kill(cluster, ...createPods);
      await gateway.alert(alert);
      await kill(cluster, ...gatewayPods);
      gateway = await reopened(cluster);
      await gateway.alert(alert);
      const id = await until(
        'incident',
        60,
        async () => (await gateway.incidents()).find((one) => !known.has(one.id))?.id,
      );
      await until('Workflow', 120, () => readWorkflow(cluster, `incident-${id}`));
      await killStep(cluster, `incident-${id}`, 'collect-cluster(1:helm)');
      await kill(cluster, ...controllerPods);
      const { planHash } = await proposedIncident(cluster, gateway, id);
      await kill(cluster, ...sourcePods);
      await kill(cluster, ...resumePods);
      await gateway.decide(id, planHash, 'approved');
      await kill(cluster, ...gatewayPods);
      gateway = await reopened(cluster);
      const view = await until('end of the incident', 400, async () => {
        const seen = await gateway.incident(id);
        return seen.state === 'ended' && seen.report ? seen : undefined;
      });
      if (view.report?.ending !== 'recovered') throw new Error(`${view.report?.ending}: ${view.report?.headline}`);
      await recovered();
      const changes = ((await read())?.metadata.generation ?? 0) - began;
      const incidents = (await gateway.incidents()).filter((one) => !known.has(one.id)).length;
      if (changes !== 1 || incidents !== 1)
        throw new Error(`${changes} changes of the Deployment, ${incidents} incidents`);
      return `incident-${id}, one change`;
    });
  } finally {
    await takeDown();
  }
}

async function kill({ kubectl }: Cluster, namespace: string, selector: string): Promise<void> {
  await kubectl(['-n', namespace, 'delete', 'pod', '-l', selector, '--grace-period=0', '--force', '--wait=false']);
}

/** Takes the pod of a step away as soon as there is one. */
async function killStep(cluster: Cluster, run: string, step: string): Promise<void> {
  const name = await until(`pod of ${step}`, 90, async () => {
    const pods = await cluster.kubernetes.list('Pod', 'auto-ops', `workflows.argoproj.io/workflow=${run}`);
    return pods.find(({ metadata }) => {
      const { annotations } = metadata as { annotations?: Record<string, string> };
      return annotations?.['workflows.argoproj.io/node-name']?.endsWith(step);
    })?.metadata.name;
  });
  await cluster.kubectl(['-n', 'auto-ops', 'delete', 'pod', name, '--grace-period=0', '--force', '--wait=false']);
}

/** A way to the gateway that took the place of the killed one. */
function reopened(cluster: Cluster) {
  return until('gateway', 120, async () => {
    const gateway = await openGateway(cluster);
    await gateway.incidents();
    return gateway;
  });
}
