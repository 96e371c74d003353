import type { TestCluster } from '../../harness/test-cluster.ts';
import type { Checks } from '../checks.ts';
import { runConformance } from './run-conformance.ts';

/** The argo engine passes what the local engine passes: one check for each scenario of the suite. */
export async function checkConformance(checks: Checks, cluster: TestCluster): Promise<void> {
  const results = await runConformance(cluster, () => undefined);
  for (const { title, seconds, problem } of results) {
    await checks.check(`argo engine: ${title}`, async () => {
      if (problem !== undefined) throw new Error(problem);
      return `${seconds} s on the cluster`;
    });
  }
}
