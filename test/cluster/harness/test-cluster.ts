import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The cluster of a run: its kubeconfig, what scripts need, and how to end what was started for it. */
export interface TestCluster {
  kubeconfig: string;
  environment: NodeJS.ProcessEnv;
  /** True where scenario scripts can reach the node itself. */
  reachesNode: boolean;
  end(): Promise<void>;
}

/**
 * Finds the cluster: the kubeconfig of AUTO_OPS_TEST_KUBECONFIG, or with `start` the scripts of AUTO_OPS_TEST_CLUSTER
 * (default: the folder shared/cluster beside the repository), started here and ended by `end`. A string says why there is none.
 */
export async function findTestCluster(repository: string, start: boolean): Promise<TestCluster | string> {
  const scripts = resolve(process.env.AUTO_OPS_TEST_CLUSTER ?? join(repository, '..', 'shared', 'cluster'));
  const hasScripts = existsSync(join(scripts, 'up'));
  const variables = async (): Promise<Record<string, string> | undefined> => {
    if (!hasScripts) return undefined;
    const { stdout } = await run('bash', ['-c', `eval "$("$0/env")" && env -0`, scripts]).catch(() => ({ stdout: '' }));
    const pairs = stdout
      .split('\0')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
    const found = Object.fromEntries(pairs) as Record<string, string>;
    return found.AUTO_OPS_TEST_KUBECONFIG ? found : undefined;
  };

  const given = process.env.AUTO_OPS_TEST_KUBECONFIG;
  if (given && !existsSync(given)) return `AUTO_OPS_TEST_KUBECONFIG names ${given}, which does not exist`;
  let running = await variables();
  let started = false;
  if (!given && !running && start) {
    if (!hasScripts) return `no AUTO_OPS_TEST_KUBECONFIG, and no cluster scripts at ${scripts}`;
    try {
      await run(join(scripts, 'up'), { timeout: 300_000 });
    } catch (error) {
      const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
      return `${scripts}/up failed: ${output.trim().split('\n').at(-1)}`;
    }
    started = true;
    running = await variables();
  }
  const kubeconfig = given ?? (start ? running?.AUTO_OPS_TEST_KUBECONFIG : undefined);
  if (!kubeconfig) return 'AUTO_OPS_TEST_KUBECONFIG is not set: give the kubeconfig of a cluster that may be broken';
  return {
    kubeconfig,
    environment: {
      ...process.env,
      PATH: running?.PATH ?? process.env.PATH,
      KUBECONFIG: kubeconfig,
      AUTO_OPS_TEST_CLUSTER: scripts,
    },
    reachesNode: running?.AUTO_OPS_TEST_KUBECONFIG === kubeconfig,
    end: async () => {
      if (started) await run(join(scripts, 'down'), { timeout: 60_000 });
    },
  };
}
