import type { Analysis, Subject } from '@auto-ops/contracts';
import type { Candidate } from '../ranking/rank-findings.ts';
import { kindOf } from '../subjects/kind-of.ts';
import type { View } from '../view.ts';

type Diagnostics = Analysis['diagnostics'];
type Write = (subject: Subject, pod: string | undefined) => readonly (readonly [command: string, reason: string])[];

const name = /^[a-zA-Z0-9](?:[a-zA-Z0-9._:-]*[a-zA-Z0-9])?$/;
const most = 6;
const resources: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Deployment: 'deployment',
    StatefulSet: 'statefulset',
    DaemonSet: 'daemonset',
    ReplicaSet: 'replicaset',
    Job: 'job',
    CronJob: 'cronjob',
    Pod: 'pod',
    Service: 'service',
    Ingress: 'ingress',
    ConfigMap: 'configmap',
    Secret: 'secret',
    ServiceAccount: 'serviceaccount',
    PersistentVolumeClaim: 'persistentvolumeclaim',
    ResourceQuota: 'resourcequota',
    LimitRange: 'limitrange',
    NetworkPolicy: 'networkpolicy',
    HorizontalPodAutoscaler: 'horizontalpodautoscaler',
    Node: 'node',
    StorageClass: 'storageclass',
    ValidatingWebhookConfiguration: 'validatingwebhookconfiguration',
    MutatingWebhookConfiguration: 'mutatingwebhookconfiguration',
  }),
);

const logs: Write = ({ namespace }, pod) =>
  pod === undefined
    ? []
    : [
        [
          `kubectl logs --namespace ${namespace} ${pod} --all-containers --previous --tail 50`,
          'The last words of the container that ended.',
        ],
      ];
const events: Write = ({ namespace }) =>
  namespace === undefined
    ? []
    : [
        [
          `kubectl get events --namespace ${namespace} --sort-by .lastTimestamp`,
          'What the cluster reported, newest last.',
        ],
      ];
const nodes: Write = () => [['kubectl get nodes --output wide', 'Which nodes are ready and take pods.']];
const quotas: Write = ({ namespace }) => [
  [`kubectl describe resourcequota,limitrange --namespace ${namespace}`, 'What the namespace may still use.'],
];
const endpoints: Write = ({ namespace }) => [
  [`kubectl get endpointslices --namespace ${namespace}`, 'Which Services have ready endpoints.'],
  [`kubectl get pods --namespace ${namespace} --show-labels`, 'Which labels a selector could match.'],
];
const storage: Write = ({ namespace }) => [
  [`kubectl get persistentvolumeclaims --namespace ${namespace}`, 'Which claims are bound.'],
  ['kubectl get storageclasses', 'Which storage classes there are.'],
];
const access: Write = ({ namespace, name: account }) => [
  [
    `kubectl auth can-i --list --namespace ${namespace} --as system:serviceaccount:${namespace}:${account}`,
    'What the ServiceAccount may do.',
  ],
];
const policies: Write = ({ namespace }) => [
  [`kubectl get networkpolicies --namespace ${namespace} --output yaml`, 'Which traffic is allowed.'],
];
const rollout: Write = ({ kind, namespace, name: workload }) =>
  resources.get(kind) === undefined
    ? []
    : [
        [
          `kubectl rollout history ${resources.get(kind)}/${workload} --namespace ${namespace}`,
          'Which revisions there were.',
        ],
      ];

/** Beside a look at the subject itself, what fits causes of a category or code. */
const byCode: Readonly<Record<string, readonly Write[]>> = {
  'application-crash': [logs, rollout],
  'change-regression': [rollout, logs],
  'config-key-missing': [logs, events],
  'out-of-memory': [logs],
  'probe-misconfigured': [events],
  'probe-too-early': [events, logs],
  'dependency-refused': [endpoints],
  'dependency-address-wrong': [logs, endpoints],
  'rbac-denied': [access],
  'rollout-stuck': [rollout, events],
  'job-backoff-limit': [logs, events],
};
const byCategory: Readonly<Record<string, readonly Write[]>> = {
  configuration: [events],
  image: [events, rollout],
  scheduling: [nodes, events],
  capacity: [quotas],
  network: [policies, endpoints],
  access: [events],
  storage: [storage, events],
  dependency: [endpoints],
  code: [logs],
  infrastructure: [nodes],
  security: [events],
  external: [],
};

/** Read-only commands for a person to see the first cause with their own eyes, or to begin with where there is none. */
export function diagnosticsFor(
  view: View,
  cause: Candidate | undefined,
  category: string,
  namespaces: readonly string[],
): Diagnostics {
  if (cause === undefined) {
    return namespaces
      .filter((namespace) => name.test(namespace))
      .slice(0, 2)
      .flatMap((namespace) => [
        { command: `kubectl get pods --namespace ${namespace} --output wide`, reason: 'Which pods are not ready.' },
        {
          command: `kubectl get events --namespace ${namespace} --sort-by .lastTimestamp`,
          reason: 'What the cluster reported, newest last.',
        },
      ]);
  }
  const { subject, code } = cause.finding;
  // Names come from outside; one that no API server would accept never reaches a command line.
  if (!name.test(subject.name) || (subject.namespace !== undefined && !name.test(subject.namespace))) return [];
  const resource = resources.get(subject.kind);
  const where = subject.namespace === undefined ? '' : ` --namespace ${subject.namespace}`;
  const look: Diagnostics =
    resource === undefined
      ? []
      : [
          {
            command: `kubectl describe ${resource}/${subject.name}${where}`,
            reason: `The state of ${subject.kind} ${subject.name} and its events.`,
          },
        ];
  if (
    subject.apiVersion === undefined ||
    (subject.namespace === undefined && code !== 'node-cordoned' && category !== 'infrastructure')
  )
    return look;
  const item = view.object(kindOf(subject.kind, subject.apiVersion), subject.namespace, subject.name);
  const pod = item === undefined ? undefined : view.pods(item)[0]?.object.metadata.name;
  const rest = (byCode[code] ?? byCategory[category] ?? [])
    .flatMap((write) => write(subject, pod !== undefined && name.test(pod) ? pod : undefined))
    .map(([command, reason]) => ({ command, reason }));
  return [...look, ...rest].slice(0, most);
}
