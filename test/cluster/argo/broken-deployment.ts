import { join } from 'node:path';
import { createAlert } from '../harness/alert.ts';
import { waitForAll } from '../harness/conditions.ts';
import { createStage } from '../harness/prepare.ts';
import { type LoadedScenario, loadScenarios } from '../harness/scenario.ts';
import type { Cluster } from './cluster.ts';
import { notification } from './notification.ts';

/** A Deployment (or what else the scenario is about) that was fine and is not any more, in a namespace of its own. */
export interface BrokenDeployment {
  readonly namespace: string;
  /** The body that Alertmanager would post about it now. */
  readonly alert: object;
  /** The object itself. */
  read(): Promise<{ metadata: { name: string; generation?: number }; spec: object } | undefined>;
  /** Waits until it is as it should be. */
  recovered(): Promise<void>;
  takeDown(): Promise<void>;
}

let made = 0;

/** Makes a scenario in a fresh namespace: policy bounds how often one object may be changed in an hour. */
export async function breakDeployment(
  cluster: Cluster,
  prefix: string,
  name = 'command-invalid',
): Promise<BrokenDeployment> {
  made += 1;
  const namespace = `${prefix}-${Date.now().toString(36)}${made}`;
  const { kubernetes } = cluster;
  const all = loadScenarios(join(import.meta.dirname, '..', 'scenarios'), 'node');
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the scenario ${name} is missing`);
  const scenario: LoadedScenario = JSON.parse(JSON.stringify(found).replaceAll(found.namespace, namespace));
  const stage = createStage(kubernetes, scenario, process.env);
  await stage.setUp();
  const since = await stage.breakIt();
  await waitForAll(kubernetes, namespace, scenario.waitFor, scenario.timeoutSeconds);
  const { target } = scenario;
  return {
    namespace,
    alert: notification((await createAlert(kubernetes, scenario, since)) as never),
    read: async () => (await kubernetes.get(target.kind, namespace, target.name)) as never,
    recovered: () => waitForAll(kubernetes, namespace, scenario.repair?.recovered ?? [], 90),
    takeDown: stage.takeDown,
  };
}
