// npm run test:cluster: breaks a real cluster in many ways and checks what auto-ops answers. See README.md.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAlert } from './harness/alert.ts';
import { compare } from './harness/compare.ts';
import { waitForAll } from './harness/conditions.ts';
import { describe } from './harness/describe.ts';
import { readConnection } from './harness/kubeconfig.ts';
import { createKubernetes } from './harness/kubernetes.ts';
import { runLoop } from './harness/loop.ts';
import { type Options, readOptions } from './harness/options.ts';
import { applyFile, createStage, untilNoneIsLeft } from './harness/prepare.ts';
import { createProduct } from './harness/product.ts';
import { type LoadedScenario, loadScenarios } from './harness/scenario.ts';
import { type Service, startService } from './harness/service.ts';
import { findTestCluster, type TestCluster } from './harness/test-cluster.ts';
import { trimBundle } from './harness/trim-bundle.ts';

interface Result {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  seconds: number;
  /** How long the investigation itself took. */
  answered: number | undefined;
  detail: string;
}

const repository = join(import.meta.dirname, '..', '..');
// What has to be undone when the run is interrupted: a cordoned or stopped node would trouble everybody after us.
const open = new Set<() => Promise<void>>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.allSettled([...open].map((close) => close()));
    process.exit(130);
  });
}
// Argo's part has checks of its own and no scenarios of a diagnosis.
if (process.argv.includes('--argo')) await import('./argo/run.ts');
else {
  const options = readOptions(process.argv.slice(2));
  if (options) process.exitCode = await main(options);
}

async function main(chosen: Options): Promise<number> {
  const cluster = await findTestCluster(repository, chosen.ci);
  if (typeof cluster === 'string') {
    process.stdout.write(`not run: ${cluster}\n0 passed, 0 failed, 0 skipped\n`);
    return chosen.ci ? 0 : 2;
  }
  try {
    const results = await runAll(cluster, chosen);
    const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
    write(results, chosen);
    process.stdout.write(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped\n`);
    return count('failed') === 0 ? 0 : 1;
  } finally {
    for (const close of open) await close();
    await cluster.end();
  }
}

async function runAll(cluster: TestCluster, chosen: Options): Promise<Result[]> {
  const connection = readConnection(cluster.kubeconfig);
  const kubernetes = createKubernetes(connection);
  const [node] = await kubernetes.list('Node');
  if (!node) throw new Error('the cluster has no node');
  const scenarios = choose(loadScenarios(join(import.meta.dirname, 'scenarios'), node.metadata.name), chosen);

  const product = createProduct(repository, kubernetes, connection);
  let collector = '';
  if (!chosen.states) {
    if (!existsSync(product.command)) throw new Error(`${product.command} is missing: npm run build`);
    await product.applyRights();
    collector = await product.kubeconfigOf('collector-cluster');
  }
  const service = chosen.loop ? await startService(product, repository) : undefined;
  if (service) open.add(service.stop);
  if (scenarios.some((scenario) => scenario.needs.includes('registry'))) {
    await applyFile(kubernetes, join(import.meta.dirname, 'registry.yaml'));
    await waitForAll(kubernetes, 'auto-ops-test', [{ ready: 'DaemonSet/registry' }], 60);
  }

  const results: Result[] = [];
  const answered = new Map<string, number>();
  const one = async (scenario: LoadedScenario) => {
    const began = performance.now();
    const done = (outcome: Result['outcome'], detail: string) => {
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      const asked = answered.get(scenario.name);
      results.push({ name: scenario.name, outcome, seconds, answered: asked, detail });
      const time = `${seconds.toFixed(1)} s`.padStart(8) + (asked ? `, answer ${asked.toFixed(1)} s`.padStart(15) : '');
      process.stdout.write(`${outcome.padEnd(7)} ${time}  ${scenario.name}${detail ? `: ${detail}` : ''}\n`);
    };
    if (scenario.needs.includes('node') && !cluster.reachesNode) return done('skipped', 'the node cannot be reached');
    const stage = createStage(kubernetes, scenario, cluster.environment);
    open.add(stage.takeDown);
    try {
      await stage.setUp();
      const since = await stage.breakIt();
      await waitForAll(kubernetes, scenario.namespace, scenario.waitFor, scenario.timeoutSeconds);
      if (chosen.describe) await describe(kubernetes, scenario, chosen.describe);
      const problem = chosen.states ? undefined : await judge(scenario, since, service);
      done(problem ? 'failed' : 'passed', problem ?? scenario.static ?? '');
    } catch (error) {
      done('failed', error instanceof Error ? error.message : String(error));
    } finally {
      open.delete(stage.takeDown);
      await stage.takeDown().catch((error: unknown) => process.stderr.write(`${scenario.name}: ${error}\n`));
    }
  };

  async function judge(scenario: LoadedScenario, since: Date, loop: Service | undefined): Promise<string | undefined> {
    const alert = await createAlert(kubernetes, scenario, since);
    if (loop) return runLoop(kubernetes, loop, scenario, alert);
    const began = performance.now();
    const answer = await product.investigate(scenario.name, alert, collector);
    const seconds = (performance.now() - began) / 1000;
    if (chosen.record) {
      const folder = join(repository, 'test', 'bundles', scenario.name);
      await product.record(scenario.name, alert, collector, folder);
      trimBundle(folder, scenario.name, scenario.namespace, since);
      writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(scenario.expected, null, 2)}\n`);
    }
    answered.set(scenario.name, seconds);
    const problem = compare(scenario, answer);
    if (problem) keep(`${scenario.name}.answer.json`, answer);
    return problem;
  }

  const together = scenarios.filter((scenario) => !scenario.alone);
  const next = together.values();
  await Promise.all(
    Array.from({ length: chosen.parallel }, async () => {
      for (const scenario of next) await one(scenario);
    }),
  );
  for (const scenario of scenarios.filter((each) => each.alone)) {
    // What still waits for a node in a namespace on its way out would be found, and rightly.
    await untilNoneIsLeft(kubernetes);
    await one(scenario);
  }
  kubernetes.close();
  await service?.stop();
  if (service) open.delete(service.stop);
  if (results.some((result) => result.outcome === 'failed')) process.stdout.write(`see ${product.folder}\n`);
  else rmSync(product.folder, { recursive: true, force: true });
  return results;
}

function choose(all: LoadedScenario[], chosen: Options): LoadedScenario[] {
  const unknown = chosen.only?.filter((name) => all.every((scenario) => scenario.name !== name)) ?? [];
  if (unknown.length > 0) throw new Error(`there is no scenario ${unknown.join(', ')}`);
  return all
    .filter((scenario) => chosen.only?.includes(scenario.name) ?? true)
    .filter((scenario) => (chosen.frozen ? scenario.kind === 'blind' : true))
    .filter((scenario) => (chosen.loop ? scenario.repair !== undefined : true))
    .filter((scenario) => (chosen.ci ? scenario.quick : true));
}

function write(results: Result[], chosen: Options): void {
  const at = new Date().toISOString();
  keep(`${at.replaceAll(':', '-')}.json`, { at, options: chosen, results });
}

function keep(name: string, value: unknown): void {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}
