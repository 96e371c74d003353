import { setTimeout as sleep } from 'node:timers/promises';
import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import type { Gateway } from '../gateway.ts';
import { postEvent } from '../post-event.ts';
import { until } from '../until.ts';
import { readWorkflow } from '../workflow.ts';
import { deadLetters } from './dead-letters.ts';
import { endedWorkflow } from './ended-workflow.ts';
import { maintenanceView } from './maintenance-view.ts';

/** An event submits a re-index under the Sensor's account of the Argo Server; repeated, it makes no second one and ends as a dead letter that does nothing. */
export async function checkSubmitted(checks: Checks, cluster: Cluster, gateway: Gateway): Promise<void> {
  const id = `event-${Date.now().toString(36)}`;
  const name = `reindex-${id}`;
  const duplicates = await deadLetters(gateway, 'reindex', 'duplicate');
  await checks.check(
    'an event submits a re-index through the Argo Server, and its passages can be searched',
    async () => {
      const began = performance.now();
      await postEvent(cluster, { id, kind: 'reindex' });
      const workflow = await until('Workflow', 30, () => readWorkflow(cluster, name));
      const creator = workflow.metadata.labels?.['workflows.argoproj.io/creator'];
      if (creator !== 'system-serviceaccount-argo-events-sensor-argo-server') throw new Error(`made by ${creator}`);
      await endedWorkflow(cluster, name);
      await until('result', 30, async () =>
        (await maintenanceView(gateway, 'reindex'))?.last?.run === name ? true : undefined,
      );
      const found = await gateway.read('/api/v1/knowledge?q=quartzweir');
      const [passage] = (JSON.parse(found) as { passages: { path: string; source: string }[] }).passages;
      if (passage?.path !== 'runbooks/quartzweir.md' || passage.source !== 'test/runbooks') throw new Error(found);
      return `${((performance.now() - began) / 1000).toFixed(1)} s to the passage`;
    },
  );
  await checks.check(
    'the same event again makes no second one; its dead letter is a duplicate and does nothing',
    async () => {
      const before = await readWorkflow(cluster, name);
      await postEvent(cluster, { id, kind: 'reindex' });
      await until('dead letter', 90, async () =>
        (await deadLetters(gateway, 'reindex', 'duplicate')) > duplicates ? true : undefined,
      );
      await sleep(2000);
      const after = await readWorkflow(cluster, name);
      if (before?.metadata.uid !== after?.metadata.uid) throw new Error('there is another one');
      return `${await deadLetters(gateway, 'reindex', 'duplicate')} duplicates`;
    },
  );
  await checks.check('an event with another id than letters and digits makes nothing', async () => {
    await postEvent(cluster, { id: '{{=1}}', kind: 'reindex' });
    await sleep(3000);
    const answer = await cluster.kubectl(['-n', 'auto-ops', 'get', 'workflows', '-o', 'name']);
    if (answer.includes('=1')) throw new Error(answer);
    return undefined;
  });
}
