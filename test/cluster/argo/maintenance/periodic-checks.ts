import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import type { Gateway } from '../gateway.ts';
import { until } from '../until.ts';
import { type Workflow, workflowPath } from '../workflow.ts';
import { endedWorkflow } from './ended-workflow.ts';
import { maintenanceView } from './maintenance-view.ts';

const cronPath = (job: string) => `/apis/argoproj.io/v1alpha1/namespaces/auto-ops/cronworkflows/auto-ops-${job}`;

// biome-ignore lint/suspicious/noExplicitAny: each job has a result of its own.
type Expect = (result: any) => string | undefined;

/** What each periodic job has to have handed in; gives what is said about it, and nothing where it is wrong. */
const expected: Record<string, Expect> = {
  heartbeat: ({ checks }) =>
    checks.length === 1 && checks[0].ok === true
      ? `${checks[0].name} in ${checks[0].latencyMilliseconds} ms`
      : undefined,
  reindex: () => 'indexed',
  'review-logs': ({ templates, lines }) =>
    templates.some(
      ({ template, namespace }: { template: string; namespace: string }) =>
        namespace === 'log-review-test' && /payment gateway/.test(template) && !/hunter2/.test(template),
    )
      ? `${lines} lines, ${templates.length} templates`
      : undefined,
  backup: ({ verified, entries, bytes }) =>
    verified === true && entries.length > 0 ? `${bytes} bytes, ${entries.length} entries` : undefined,
};

/** The CronWorkflows, told to start every minute: Argo's controller makes their Workflows, these end green, and the results are in the gateway. */
export async function checkPeriodic(checks: Checks, cluster: Cluster, gateway: Gateway): Promise<void> {
  const { kubernetes } = cluster;
  const patch = (job: string, spec: object) =>
    kubernetes.send('PATCH', cronPath(job), { spec }, 'application/merge-patch+json');
  const jobs = Object.keys(expected);
  const before = new Map<string, object>();
  for (const job of jobs) {
    const { spec } = JSON.parse(await kubernetes.send('GET', cronPath(job))) as {
      spec: { suspend?: boolean; schedules: string[] };
    };
    before.set(job, { suspend: spec.suspend ?? null, schedules: spec.schedules });
    await patch(job, { suspend: false, schedules: ['* * * * *'] });
  }
  const since = new Date().toISOString();
  try {
    await Promise.all(
      jobs.map((job) =>
        checks.check(`${job}: started by its CronWorkflow, green, and its result is in the gateway`, async () => {
          const { metadata } = await until(`Workflow of ${job}`, 90, () => startedByCron(cluster, job, since));
          await patch(job, { suspend: true });
          await endedWorkflow(cluster, metadata.name);
          // Another run of the job may have ended beside it.
          const view = await until(`result of ${metadata.name}`, 30, async () => {
            const seen = await maintenanceView(gateway, job);
            return (seen?.succeededAt ?? '') >= since ? seen : undefined;
          });
          const said = expected[job]?.(view.result);
          if (said === undefined) throw new Error(JSON.stringify(view).slice(0, 600));
          return `${metadata.name}: ${said}`;
        }),
      ),
    );
  } finally {
    for (const job of jobs) await patch(job, before.get(job) as object);
  }
}

async function startedByCron({ kubernetes }: Cluster, job: string, since: string): Promise<Workflow | undefined> {
  const selector = encodeURIComponent(`workflows.argoproj.io/cron-workflow=auto-ops-${job}`);
  const answer = await kubernetes.send('GET', `${workflowPath()}?labelSelector=${selector}`);
  const { items } = JSON.parse(answer) as { items: Workflow[] };
  return items.find(({ metadata }) => String(metadata.creationTimestamp) >= since.slice(0, 19));
}
