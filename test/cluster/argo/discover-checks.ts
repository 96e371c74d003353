import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { TestCluster } from '../harness/test-cluster.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';

const execute = promisify(execFile);

interface Answer {
  found: { what: string; namespace?: string; name?: string; version?: string; detail?: string }[];
  missing: { weight: string; what: string }[];
  unreadable: { what: string; reason: string }[];
}

/** `auto-ops discover` on a cluster whose parts are known: it names them with their versions, and its overlay builds. */
export async function checkDiscover(
  checks: Checks,
  { kubeconfig }: TestCluster,
  cluster: Cluster,
  repository: string,
): Promise<void> {
  const program = join(repository, 'dist', 'cli.mjs');
  const discover = async (output: string) =>
    (await execute(process.execPath, [program, 'discover', '--kubeconfig', kubeconfig, '--output', output])).stdout;

  await checks.check('discover finds Argo Workflows, Argo Events, the EventBus and the StorageClass', async () => {
    const { found, missing, unreadable } = JSON.parse(await discover('json')) as Answer;
    const versionOf = (what: string) => found.find((one) => one.what === what)?.version;
    const problems = [
      ...(versionOf('Argo Workflows') === 'v4.1.2' ? [] : ['Argo Workflows v4.1.2 is not found']),
      ...(versionOf('Argo Events') === 'v1.9.11' ? [] : ['Argo Events v1.9.11 is not found']),
      ...(found.some(
        ({ what, namespace, name }) => what === 'EventBus' && `${namespace}/${name}` === 'argo-events/default',
      )
        ? []
        : ['the EventBus is not found']),
      ...(found.some(({ what, detail }) => what === 'StorageClass' && detail?.endsWith('the default'))
        ? []
        : ['the default StorageClass is not found']),
      ...missing.filter(({ weight }) => weight === 'needed').map(({ what }) => what),
      ...unreadable.map(({ what, reason }) => `${what}: ${reason}`),
    ];
    if (problems.length > 0) throw new Error(problems.join('; '));
    return `${found.length} things, ${missing.length} advised`;
  });

  await checks.check('the overlay that discover proposes builds on the base', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'auto-ops-'));
    try {
      const overlay = (await discover('yaml')).replace('../../base', relative(folder, join(repository, 'k8s', 'base')));
      writeFileSync(join(folder, 'kustomization.yaml'), overlay);
      const built = await cluster.kubectl(['kustomize', folder]);
      const [, address] = /AUTO_OPS_ARGO_SERVER: (\S+)/.exec(built) ?? [];
      const scheme = /ARGO_SECURE\s+value: "(\w+)"/.exec(built)?.[1] === 'true' ? 'https' : 'http';
      if (address?.startsWith(`${scheme}://`) !== true) throw new Error(`${address}, and the Sensors speak ${scheme}`);
      return address;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
