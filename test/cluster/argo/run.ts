// npm run test:cluster -- --argo: the whole product under Argo Workflows and Argo Events. See ../README.md.
import { join } from 'node:path';
import { findTestCluster } from '../harness/test-cluster.ts';
import { checkAdmission } from './admission-checks.ts';
import { createChecks } from './checks.ts';
import { checkConformance } from './conformance/check-conformance.ts';
import { checkDiscover } from './discover-checks.ts';
import { checkEndings } from './endings/check-endings.ts';
import { checkExamples } from './examples/check-examples.ts';
import { checkGitHub } from './github/check-github.ts';
import { checkIncident } from './incident-checks.ts';
import { install } from './install.ts';
import { checkKills } from './kill-checks.ts';
import { checkKilledRuns } from './kills/check-killed-runs.ts';
import { checkMaintenance } from './maintenance/check-maintenance.ts';
import { openCluster } from './open-cluster.ts';
import { checkResolved } from './resolved-checks.ts';
import { checkRights } from './rights-checks.ts';
import { checkSchemas } from './schema-checks.ts';
import { checkWaking } from './waking-checks.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const optionOf = (option: string) =>
  process.argv.includes(option) ? process.argv[process.argv.indexOf(option) + 1] : undefined;
process.exitCode = await main();

async function main(): Promise<number> {
  const found = await findTestCluster(repository, false);
  if (typeof found === 'string') {
    process.stdout.write(`not run: ${found}\n0 passed, 0 failed, 0 skipped\n`);
    return 2;
  }
  const cluster = openCluster(found);
  const checks = createChecks();
  const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',');
  const wanted = (name: string) => !process.argv.includes('--only') || only?.includes(name) === true;
  try {
    const controller = await cluster.kubernetes.get('Deployment', 'argo', 'workflow-controller');
    if (controller === undefined) {
      checks.skip(
        'everything under Argo',
        'no Argo Workflows controller runs here (AUTO_OPS_TEST_ARGO names its programs)',
      );
    } else {
      if (wanted('install')) await checks.check('the base installs', () => install(cluster, repository));
      if (wanted('discover')) await checkDiscover(checks, found, cluster, repository);
      if (wanted('schemas')) await checkSchemas(checks, cluster, repository);
      if (wanted('admission')) await checkAdmission(checks, cluster);
      if (wanted('rights')) await checkRights(checks, cluster);
      if (wanted('incident')) await checkIncident(checks, cluster);
      if (wanted('waking')) await checkWaking(checks, cluster);
      if (wanted('github')) await checkGitHub(checks, cluster);
      if (wanted('resolved')) await checkResolved(checks, cluster);
      if (wanted('endings')) {
        const on =
          optionOf('--engine') === undefined ? (['local', 'argo'] as const) : [optionOf('--engine') as 'local'];
        await checkEndings(checks, cluster, found, repository, { named: optionOf('--ending')?.split(','), on });
      }
      if (wanted('maintenance')) await checkMaintenance(checks, cluster);
      if (wanted('examples')) await checkExamples(checks, cluster, repository);
      if (wanted('kills')) {
        if (optionOf('--runs') === undefined) await checkKills(checks, cluster);
        const seed = Number(optionOf('--seed') ?? Math.floor(Math.random() * 1_000_000));
        await checkKilledRuns(checks, cluster, found, { runs: Number(optionOf('--runs') ?? 3), seed });
      }
      if (wanted('conformance')) await checkConformance(checks, found);
    }
  } finally {
    cluster.close();
    await found.end();
  }
  const { passed, failed, skipped } = checks.counts;
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed === 0 ? 0 : 1;
}
