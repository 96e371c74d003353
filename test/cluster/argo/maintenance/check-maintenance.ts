import type { Checks } from '../checks.ts';
import type { Cluster } from '../cluster.ts';
import { openGateway } from '../gateway.ts';
import { until } from '../until.ts';
import { checkSubmitted } from './event-checks.ts';
import { layRepository } from './lay-repository.ts';
import { checkLostEvent } from './lost-event-checks.ts';
import { checkPeriodic } from './periodic-checks.ts';

const namespace = 'log-review-test';
const settingsOf = (job: string, data: object) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: `auto-ops-maintenance-${job}`, namespace: 'auto-ops' },
  data,
});
const settings = [
  settingsOf('heartbeat', { AUTO_OPS_CHECKS: 'gateway http http://auto-ops-gateway.auto-ops.svc/healthz auto-ops' }),
  settingsOf('review-logs', { AUTO_OPS_LOG_REVIEW_NAMESPACES: namespace }),
];
const runbook = [
  '# Quartzweir is down',
  '',
  '## What to look at',
  '',
  'The quartzweir service keeps orders. Look at its claim first, then at its quota.',
  '',
].join('\n');

/** Maintenance on the cluster: periodic, by an event, repeated, and with a Sensor that can do nothing. */
export async function checkMaintenance(checks: Checks, cluster: Cluster): Promise<void> {
  const { kubernetes } = cluster;
  const gateway = await openGateway(cluster);
  const place = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  let takeAway: (() => Promise<void>) | undefined;
  const ready = await checks.check('a repository of runbooks, a program that complains, endpoints to ask', async () => {
    for (const one of settings) await kubernetes.apply(one);
    await kubernetes.apply(place);
    await kubernetes.apply(complainer);
    takeAway = await layRepository(cluster, { 'runbooks/quartzweir.md': runbook });
    await until('log', 60, async () => {
      const [pod] = await kubernetes.list('Pod', namespace);
      return (pod?.status as { phase?: string } | undefined)?.phase === 'Running' ? true : undefined;
    });
    return undefined;
  });
  try {
    if (ready) {
      await checkPeriodic(checks, cluster, gateway);
      await checkSubmitted(checks, cluster, gateway);
    }
    await checkLostEvent(checks, cluster, gateway);
  } finally {
    await takeAway?.();
    for (const one of settings) await kubernetes.remove(one);
    await kubernetes.remove(place);
  }
}

const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const line = 'ERROR payment gateway answered 502 for order 17, password=hunter2';
const complainer = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'complainer', namespace },
  spec: {
    securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'main',
        image: 'auto-ops.local/busybox:1',
        imagePullPolicy: 'IfNotPresent',
        command: ['sh', '-c', `for i in 1 2 3 4 5 6 7 8; do echo "${line}"; done; sleep 3600`],
        securityContext: restricted,
      },
    ],
  },
};
