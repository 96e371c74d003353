import type { Bundle } from '../view/create-view.ts';
import { bundleOf, type Extras } from './bundle-of.ts';
import { objects } from './objects.ts';

const { deployment, imageMissing, ingress, node, pod, replicaSet, service } = objects;

const everything = ['Pod', 'Deployment', 'ReplicaSet', 'Service', 'Ingress', 'ConfigMap', 'Job', 'CronJob', 'Node', 'HorizontalPodAutoscaler', 'PersistentVolumeClaim', 'Event', 'NetworkPolicy'];
const covered = { coverage: everything } as const;

function firing(name: string, labels: Record<string, string>): Extras {
  return { alerts: [{ name, labels: { namespace: 'shop', ...labels }, startsAt: '2026-01-01T11:50:00Z' }] };
}

const brokenCart = [
  deployment('cart', { replicas: 1, ready: 0 }),
  replicaSet('cart', { revision: 2, hash: '7d9', at: '2026-01-01T11:40:00Z', container: { image: 'registry.local/cart:nope' } }),
  replicaSet('cart', { revision: 1, hash: '5c1' }),
  pod('cart-7d9-x', { at: '2026-01-01T11:40:05Z', status: imageMissing('cart') }),
  service('cart'),
  ingress('web', 'cart'),
];
const healthyCart = [deployment('cart', { ready: 1 }), replicaSet('cart'), pod('cart-7d9-x'), service('cart')];

/** Bundles of whole situations, by name. */
export const scenarios = {
  brokenImage: bundleOf(...brokenCart, covered, firing('KubePodNotReady', { pod: 'cart-7d9-x' })),
  brokenBehindIngress: bundleOf(...brokenCart, covered, firing('IngressErrors', { ingress: 'web' })),
  twoFaults: bundleOf(
    ...brokenCart,
    deployment('search', { ready: 0 }),
    replicaSet('search'),
    pod('search-7d9-y', { app: 'search', status: imageMissing('search') }),
    covered,
    firing('KubeDeploymentReplicasMismatch', { deployment: 'search' }),
  ),
  gonePod: bundleOf(...brokenCart, covered, firing('KubePodCrashLooping', { pod: 'cart-7d9-gone1' })),
  healthy: bundleOf(...healthyCart, covered, firing('KubePodNotReady', { pod: 'cart-7d9-x' })),
  healthyUncovered: bundleOf(...healthyCart, firing('KubePodNotReady', { pod: 'cart-7d9-x' })),
  healthyBesideBroken: bundleOf(
    ...brokenCart,
    deployment('search', { ready: 1 }),
    replicaSet('search'),
    pod('search-7d9-y', { app: 'search' }),
    covered,
    firing('KubePodNotReady', { pod: 'search-7d9-y' }),
  ),
  recovered: bundleOf(
    deployment('cart', { ready: 1 }),
    replicaSet('cart'),
    pod('cart-7d9-x', {
      status: {
        containerStatuses: [
          {
            name: 'cart', ready: true, restartCount: 2, state: { running: { startedAt: '2026-01-01T11:20:00Z' } },
            lastState: { terminated: { exitCode: 1, reason: 'Error', finishedAt: '2026-01-01T11:19:50Z' } },
          },
        ],
      },
    }),
    covered,
    firing('KubePodCrashLooping', { pod: 'cart-7d9-x' }),
  ),
  scaledToZero: bundleOf(deployment('cart', { replicas: 0, ready: 0 }), service('cart'), covered, firing('KubeDeploymentReplicasMismatch', { deployment: 'cart' })),
  suspended: bundleOf(
    { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'report', namespace: 'shop', uid: 'c1' }, spec: { suspend: true, schedule: '0 * * * *' } },
    covered,
    firing('KubeCronJobNotRunning', { cronjob: 'report' }),
  ),
  rollingOut: bundleOf(
    deployment('cart', {
      replicas: 2, ready: 1,
      status: { updatedReplicas: 1, conditions: [{ type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated', lastUpdateTime: '2026-01-01T11:59:00Z' }] },
    }),
    replicaSet('cart'),
    pod('cart-7d9-x'),
    covered,
    firing('KubeDeploymentRolloutStuck', { deployment: 'cart' }),
  ),
  cordonedQuietly: bundleOf(node('node-1', { spec: { unschedulable: true } }), ...healthyCart, covered, {
    alerts: [{ name: 'KubeNodeUnschedulable', labels: { node: 'node-1' } }],
  }),
  nodeDown: bundleOf(
    node('node-1', { ready: 'Unknown' }),
    deployment('cart', { ready: 0 }),
    replicaSet('cart'),
    pod('cart-7d9-x', { status: { conditions: [{ type: 'Ready', status: 'False' }] } }),
    service('cart'),
    covered,
    firing('KubeDeploymentReplicasMismatch', { deployment: 'cart' }),
  ),
  watchdog: bundleOf(...brokenCart, covered, { alerts: [{ name: 'Watchdog', labels: {} }] }),
  resolved: bundleOf(...healthyCart, { alerts: [{ name: 'KubePodNotReady', status: 'resolved', labels: { namespace: 'shop', pod: 'cart-7d9-x' } }] }),
  slowButReady: bundleOf(...healthyCart, covered, firing('HighLatency', { service: 'cart' })),
  unknownTarget: bundleOf(...brokenCart, covered, firing('Errors', { service: 'never-heard-of' })),
  besideUnclear: bundleOf(
    ...brokenCart,
    deployment('search', { ready: 1 }),
    replicaSet('search'),
    pod('search-7d9-y', { app: 'search' }),
    covered,
    { logs: [{ pod: 'shop/search-7d9-y', container: 'search', lines: [{ text: 'ERROR request failed', at: '2026-01-01T11:59:50Z' }] }] },
    firing('HighErrorRate', { deployment: 'search' }),
  ),
  question: bundleOf(...brokenCart, covered, { question: 'Why is deploy/cart down in namespace shop?' }),
  empty: bundleOf(firing('Anything', {})),
  otherNamespace: bundleOf(
    deployment('cart', {
      ready: 0,
      spec: { containers: [{ name: 'cart', image: 'registry.local/cart:1', env: [{ name: 'DB', value: 'postgres://ledger.data.svc:5432/cart' }] }] },
    }),
    replicaSet('cart'),
    pod('cart-7d9-x', { status: { conditions: [{ type: 'Ready', status: 'False' }] } }),
    { coverage: ['Pod@shop', 'Service@shop', 'Deployment@shop'], scope: { namespaces: ['shop'] } },
    { logs: [{ pod: 'shop/cart-7d9-x', container: 'cart', lines: ['dial tcp: connect ledger.data.svc.cluster.local:5432: connection refused'] }] },
    firing('KubePodNotReady', { pod: 'cart-7d9-x' }),
  ),
} satisfies Record<string, Bundle>;
