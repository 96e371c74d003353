import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createArgoServerClient, createWorkflowsClient, openKubernetesApi } from '@auto-ops/argo-workflows-client';
import { createArgoEngine, createEventSource } from '@auto-ops/engine';
import { createLogger } from '@auto-ops/runtime';
import { checkScenario } from '../../../../packages/engine/src/conformance/check-scenario.ts';
import { engineScenarios } from '../../../../packages/engine/src/conformance/engine-scenarios.ts';
import type { Scenario } from '../../../../packages/engine/src/conformance/scenario.ts';
import { readConnection } from '../../harness/kubeconfig.ts';
import { createKubernetes, type Kubernetes } from '../../harness/kubernetes.ts';
import type { TestCluster } from '../../harness/test-cluster.ts';
import { clusterTemplate } from './cluster-template.ts';
import { type ForwardedPort, forwardPort } from './forward-port.ts';
import { type LossScenario, lossScenarios } from './loss-scenarios.ts';
import { type Stage, stageObjects } from './objects.ts';

/** What became of one scenario of the engines' conformance suite. */
export interface ConformanceResult {
  readonly title: string;
  readonly seconds: number;
  /** Why it failed; undefined where it passed. */
  readonly problem: string | undefined;
}

const patience = 240_000;
const program = join(import.meta.dirname, '../../../../packages/engine/src/conformance/__fixtures__/fixture.mjs');

/**
 * Runs the suite that the local engine passes against the argo engine on a real cluster: real Workflows, started and woken by a real
 * event source and Sensor, with the rights of the gateway; then what happens when events are lost or doubled. `tell` gets each result when it is known; `only` chooses by a part of the title.
 */
export async function runConformance(
  cluster: TestCluster,
  tell: (result: ConformanceResult) => void,
  only = '',
): Promise<ConformanceResult[]> {
  const kubernetes = createKubernetes(readConnection(cluster.kubeconfig));
  const stage: Stage = {
    namespace: `conformance-${Date.now().toString(36)}`,
    // One at a time: each engine looks after all runs of its namespace, and would post those of another by its own lane.
    lanes: ['lane-a'],
    token: crypto.randomUUID(),
    program: readFileSync(program, 'utf8'),
  };
  const objects = stageObjects(stage);
  const ports: ForwardedPort[] = [];
  try {
    for (const object of objects) await kubernetes.apply(object, 'conformance');
    const events = { namespace: 'argo-events', service: `${stage.namespace}-eventsource-svc`, port: 12000 };
    for (const target of [events, argoServer]) ports.push(await forwardPort(target, cluster.environment));
    const [eventSource = '', server = ''] = ports.map(({ url }) => url);
    await untilListening(stage, eventSource, kubernetes);
    return await runLanes(stage, cluster, kubernetes, { eventSource, server }, tell, only);
  } finally {
    for (const port of ports) port.end();
    for (const object of objects.toReversed()) await kubernetes.remove(object).catch(() => undefined);
    kubernetes.close();
  }
}

const argoServer = { namespace: 'argo', service: 'argo-server', port: 2746 };

/** The event source answers, and the Sensor has subscribed: an event before that would be lost, and repeated only seconds later. */
async function untilListening(stage: Stage, eventSource: string, kubernetes: Kubernetes): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const health = await fetch(`${eventSource}/health`).catch(() => undefined);
    const [pod] = await kubernetes.list('Pod', 'argo-events', `sensor-name=${stage.namespace}`);
    const log = pod === undefined ? '' : await kubernetes.logs('argo-events', pod.metadata.name, false);
    if (health?.ok === true && log.includes('Sensor started')) return;
    if (Date.now() > until) throw new Error(`the events of ${stage.namespace} do not come up: ${log.slice(-500)}`);
    await wait(1000);
  }
}

async function runLanes(
  stage: Stage,
  cluster: TestCluster,
  kubernetes: Kubernetes,
  urls: { readonly eventSource: string; readonly server: string },
  tell: (result: ConformanceResult) => void,
  only: string,
): Promise<ConformanceResult[]> {
  const { server, authority } = readConnection(cluster.kubeconfig);
  const token = await kubernetes.token(stage.namespace, 'gateway', 3600);
  const api = openKubernetesApi({ server, authority, token: () => token });
  const workflows = createWorkflowsClient(api, stage.namespace);
  const argo = createArgoServerClient({ server: urls.server, token: () => token }, workflows, stage.namespace);
  const results: ConformanceResult[] = [];

  async function run(scenario: Scenario & Partial<LossScenario>, lane: string): Promise<void> {
    const began = performance.now();
    await kubernetes.apply(clusterTemplate(scenario.template, lane, stage.namespace), 'conformance');
    // Argo's controller reads templates from its own copy, which on a busy node is behind for a moment: it would run the one before.
    await wait(2000);
    const events = createEventSource(`${urls.eventSource}/${lane}`, () => stage.token);
    const engine = createArgoEngine({
      kubernetes: api,
      workflows,
      server: argo,
      events: scenario.events?.(events) ?? events,
      namespace: stage.namespace,
      template: lane,
      logger: createLogger({ name: 'conformance', level: 'error' }),
      ...(scenario.delays !== undefined && { delays: scenario.delays }),
    });
    let problem: string | undefined;
    try {
      await engine.listed();
      await checkScenario(scenario, engine, patience);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    } finally {
      await engine.close();
    }
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const result = { title: scenario.title, seconds, problem };
    results.push(result);
    tell(result);
  }

  const next = [...engineScenarios, ...lossScenarios].filter(({ title }) => title.includes(only)).values();
  await Promise.all(
    stage.lanes.map(async (lane) => {
      for (const scenario of next) await run(scenario, lane);
    }),
  );
  argo.close();
  api.close();
  return results;
}
