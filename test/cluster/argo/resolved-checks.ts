import { type BrokenDeployment, breakDeployment } from './broken-deployment.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';
import { openGateway } from './gateway.ts';
import { proposedIncident } from './proposed-incident.ts';
import { resolvedBody } from './resolved-body.ts';
import { until } from './until.ts';

/** An alert that is resolved while its run waits for a decision ends the run, and nothing is changed. */
export async function checkResolved(checks: Checks, cluster: Cluster): Promise<void> {
  let broken: BrokenDeployment | undefined;
  await checks.check('one more Deployment is broken', async () => {
    broken = await breakDeployment(cluster, 'shop-that-heals');
    return undefined;
  });
  if (broken === undefined) return;
  const { alert, read, takeDown } = broken;
  try {
    await checks.check('resolved while it waits, it ends cancelled and changed nothing', async () => {
      const gateway = await openGateway(cluster);
      const known = new Set((await gateway.incidents()).map(({ id }) => id));
      await gateway.alert(alert);
      const id = await until(
        'incident',
        30,
        async () => (await gateway.incidents()).find((one) => !known.has(one.id))?.id,
      );
      await proposedIncident(cluster, gateway, id);
      const before = (await read())?.metadata.generation;
      await gateway.alert(resolvedBody(alert));
      const view = await until('end of the incident', 180, async () => {
        const seen = await gateway.incident(id);
        return seen.state === 'ended' && seen.report ? seen : undefined;
      });
      const after = (await read())?.metadata.generation;
      if (view.report?.ending !== 'cancelled' || before !== after) {
        throw new Error(`${view.report?.ending}: ${view.report?.headline}; generation ${before}, ${after}`);
      }
      return view.report.headline;
    });
  } finally {
    await takeDown();
  }
}
