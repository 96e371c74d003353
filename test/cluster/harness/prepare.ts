import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { waitForAll } from './conditions.ts';
import type { Kubernetes, KubernetesObject } from './kubernetes.ts';
import type { LoadedScenario } from './scenario.ts';

const run = promisify(execFile);

/** Everything a scenario needs around its manifests, and how to take it away again. */
export interface Stage {
  /** Applies prepare and before.yaml in a fresh namespace and waits until the workloads are ready. */
  setUp(): Promise<void>;
  /** Breaks it: the `node` script, then fault.yaml; gives the time of the first change. */
  breakIt(): Promise<Date>;
  /** Mends the node and deletes everything, without waiting for the namespace to be gone. */
  takeDown(): Promise<void>;
}

/** Prepares one scenario on a cluster; `environment` is what its scripts see. */
export function createStage(kubernetes: Kubernetes, scenario: LoadedScenario, environment: NodeJS.ProcessEnv): Stage {
  const script = (name: string) => join(scenario.folder, name);
  const variables = { ...environment, NAMESPACE: scenario.namespace };
  const clusterWide: KubernetesObject[] = [];
  let broken = false;

  async function apply(object: KubernetesObject): Promise<void> {
    if (object.kind !== 'Namespace' && !(await kubernetes.isNamespaced(object))) clusterWide.push(object);
    await kubernetes.apply(object);
  }

  return {
    async setUp() {
      const prepared: KubernetesObject[] = [];
      await untilGone(kubernetes, scenario.namespace);
      for (const object of scenario.before.filter((one) => one.kind === 'Namespace')) await apply(object);
      if (existsSync(script('prepare'))) {
        const { stdout } = await run(script('prepare'), { env: variables });
        prepared.push(...parseAllDocuments(stdout).map((document) => document.toJS() as KubernetesObject));
      }
      const isWebhook = (object: KubernetesObject) => object.kind.endsWith('WebhookConfiguration');
      for (const object of prepared.filter((one) => !isWebhook(one))) await apply(object);
      for (const object of scenario.before.filter((one) => one.kind !== 'Namespace')) await apply(object);
      const conditions = scenario.ready.map((ready) => ({ ready }));
      await waitForAll(kubernetes, scenario.namespace, conditions, 90);
      // Only once the server behind it runs: before that it would refuse the pods of the healthy state.
      for (const object of prepared.filter(isWebhook)) await apply(object);
    },
    async breakIt() {
      const since = new Date();
      if (existsSync(script('node'))) {
        broken = true;
        await run(script('node'), ['break'], { env: variables });
      }
      for (const step of scenario.fault) {
        if ('pause' in step) await waitForAll(kubernetes, scenario.namespace, [step.pause as never], 30);
        else await apply(step as KubernetesObject);
      }
      return since;
    },
    async takeDown() {
      if (broken) await run(script('node'), ['mend'], { env: variables });
      for (const object of clusterWide) await kubernetes.remove(object);
      await kubernetes.remove({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: scenario.namespace } });
    },
  };
}

/** Applies every object of a YAML file as it is. */
export async function applyFile(kubernetes: Kubernetes, file: string): Promise<void> {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    const object = document.toJS() as KubernetesObject | null;
    if (object) await kubernetes.apply(object);
  }
}

/** Waits until no namespace of a scenario is left on the cluster; gives up after two minutes. */
export async function untilNoneIsLeft(kubernetes: Kubernetes): Promise<void> {
  const deadline = performance.now() + 120_000;
  while ((await kubernetes.list('Namespace', undefined, 'auto-ops.dev/scenario')).length > 0) {
    if (performance.now() > deadline) return;
    await sleep(500);
  }
}

async function untilGone(kubernetes: Kubernetes, namespace: string): Promise<void> {
  const left = await kubernetes.get('Namespace', undefined, namespace);
  if (!left) return;
  await kubernetes.remove(left);
  const deadline = performance.now() + 120_000;
  while (await kubernetes.get('Namespace', undefined, namespace)) {
    if (performance.now() > deadline) throw new Error(`the namespace ${namespace} of an earlier run does not go away`);
    await sleep(500);
  }
}
